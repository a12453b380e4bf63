package vn.ocop.marketplace.local.sandbox;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What callers see of an object: without the sandbox's own fields, and with what they asked to expand. */
final class PublicView {

    private PublicView() {}

    static ObjectNode of(ObjectNode object) {
        var view = object.deepCopy();
        for (var name : List.copyOf(view.propertyNames())) {
            if (name.startsWith("sandbox_")) {
                view.remove(name);
            }
        }
        return view;
    }

    static ObjectNode expanded(ObjectNode object, Collection<String> paths, StripeObjects objects) {
        var view = of(object);
        for (var path : paths) {
            expand(view, path, objects);
        }
        return view;
    }

    private static void expand(ObjectNode view, String path, StripeObjects objects) {
        var dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        var value = view.path(name);
        if (value.isString()) {
            objects.find(value.asString()).ifPresent(found -> view.set(name, of(found)));
        }
        if (dot > 0 && view.path(name) instanceof ObjectNode child) {
            expand(child, path.substring(dot + 1), objects);
        }
    }
}
