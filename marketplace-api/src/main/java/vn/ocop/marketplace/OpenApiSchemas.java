package vn.ocop.marketplace;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the OpenAPI document names the records of all modules, and what it says is always there. */
@Configuration(proxyBeanMethods = false)
class OpenApiSchemas {

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NamedByOuterClass()).openapi31(true);
    }

    @Bean
    ModelConverter requiredComponents(ObjectMapperProvider mappers) {
        return new RequiredComponents(mappers);
    }

    /** Several classes have a Line of their own: CartLine and QuoteLine are two things. */
    private static final class NamedByOuterClass extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var name = super.nameForClass(type, options);
            var outer = type.getDeclaringClass();
            if (outer == null) {
                return name;
            }
            var subject = nameForClass(outer, options).replaceFirst("(Controller|Responses|Queries)$", "");
            return name.startsWith(subject) ? name : subject + name;
        }
    }

    /** A component that is never null is always in the answer, and must be in the request. */
    private record RequiredComponents(ObjectMapperProvider mappers) implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            var schema = chain.next().resolve(type, context, chain);
            var raw = mappers.jsonMapper().constructType(type.getType()).getRawClass();
            if (schema != null && raw.isRecord()) {
                var reference = schema.get$ref();
                var model = reference == null
                        ? schema
                        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
                if (model != null) {
                    require(raw, model);
                }
            }
            return schema;
        }

        private static void require(Class<?> type, Schema<?> model) {
            var properties = model.getProperties();
            Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .filter(name -> properties != null && properties.containsKey(name))
                    .filter(name ->
                            model.getRequired() == null || !model.getRequired().contains(name))
                    .forEach(model::addRequiredItem);
        }
    }
}
