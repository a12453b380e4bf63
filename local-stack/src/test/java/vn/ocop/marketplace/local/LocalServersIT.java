package vn.ocop.marketplace.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersIT {

    @Test
    void everyFreshDatabaseIsEmptyAndItsOwn() throws SQLException {
        var one = LocalServers.postgres().freshDatabase();
        var other = LocalServers.postgres().freshDatabase();

        try (var connection = DriverManager.getConnection(one.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("create table only_here as select uuidv7() as id");
        }

        try (var connection = DriverManager.getConnection(other.jdbcUrl());
                var statement = connection.createStatement();
                var tables = statement.executeQuery("select to_regclass('only_here')")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString(1)).isNull();
        }
    }

    @Test
    void elasticsearchRefusesToInventIndexes() throws IOException, InterruptedException {
        var document = HttpRequest.newBuilder(
                        URI.create(LocalServers.elasticsearch().url() + "/nobody-made-this/_doc/1"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(document, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aStoppedElasticsearchLeavesNoProcessBehind(@TempDir Path work) {
        var server = LocalElasticsearch.launch(
                BuildTree.elasticsearchHome(), work, EngineNode.alone(LocalServers.freePort()));
        server.awaitReady();
        var family = Stream.concat(server.handle().descendants(), Stream.of(server.handle()))
                .toList();

        server.close();

        assertThat(family).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
    }
}
