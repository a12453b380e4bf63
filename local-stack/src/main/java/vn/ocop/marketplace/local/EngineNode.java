package vn.ocop.marketplace.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One node of the search engine.
 *
 * @param transport the port the nodes of a cluster speak to each other on; zero where there is one node only
 * @param peers every node of the cluster, this one included; empty where there is one node only
 */
record EngineNode(String name, int http, int transport, List<Peer> peers) {

    EngineNode {
        peers = List.copyOf(peers);
    }

    /** What a node has to know of another. */
    record Peer(String name, int transport) {}

    static EngineNode alone(int http) {
        return new EngineNode("node-1", http, 0, List.of());
    }

    /** So many nodes, the first on a given port and the others on free ones. */
    static List<EngineNode> cluster(int size, int firstHttp) {
        if (size == 1) {
            return List.of(alone(firstHttp));
        }
        var ports = new ArrayDeque<>(LocalServers.freePorts(2 * size - 1));
        var peers = new ArrayList<Peer>();
        for (int i = 1; i <= size; i++) {
            peers.add(new Peer("node-" + i, ports.remove()));
        }
        var nodes = new ArrayList<EngineNode>();
        for (var peer : peers) {
            int http = nodes.isEmpty() ? firstHttp : ports.remove();
            nodes.add(new EngineNode(peer.name(), http, peer.transport(), peers));
        }
        return List.copyOf(nodes);
    }

    String url() {
        return "http://127.0.0.1:" + http;
    }

    String discovery() {
        if (peers.isEmpty()) {
            return "discovery.type: single-node\n";
        }
        return "discovery.seed_hosts: [%s]\ncluster.initial_master_nodes: [%s]\n"
                .formatted(
                        peers.stream()
                                .map(peer -> "\"127.0.0.1:" + peer.transport() + "\"")
                                .collect(Collectors.joining(", ")),
                        peers.stream().map(Peer::name).collect(Collectors.joining(", ")));
    }

    /** A cluster shares the memory that one node would have had, and some more. */
    String heap() {
        return peers.isEmpty() ? "512m" : "320m";
    }
}
