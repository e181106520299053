package io.github.dnscli.dist.recipe;

import io.github.dnscli.testkit.FreePort;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipe for moving a service, from the first request to the last. All machines are folders of this one.
class MovingRecipeIT {

    @TempDir private Path root;

    @Test
    void aServiceMovesWithoutDowntime() throws Exception {
        try (var house = House.open(root)) {
            for (String machine : List.of("web1", "desk")) {
                house.shell().succeed("mkdir %1$s && cp root.pem update.* %1$s".formatted(machine));
            }
            int port = FreePort.any();
            var recipe =
                    house.recipe("moving")
                            .with("192.0.2.1", "127.0.0.1")
                            .with("192.0.2.2", "127.0.0.2")
                            .with(":443", ":" + port)
                            .with("https://app.example.com", "https://app.example.com:" + port);
            recipe.opening().follow(house.shell());
            serve(house, "127.0.0.1", port, "web1", "app");
            recipe.part("Before the machine is there").follow(house.shell());
            house.shell().succeed("mkdir web2 && cp desk/app2.* web2");
            serve(house, "127.0.0.2", port, "web2", "app2");
            recipe.part("Side by side").follow(house.shell());
            String visit =
                    "curl -sS --cacert root.pem --resolve app.example.com:%1$d:$(dig -p %2$d @127.0.0.1 +short app.example.com A) https://app.example.com:%1$d/"
                            .formatted(port, house.port());
            try (var visitors = new Visitors(house.shell(), visit)) {
                recipe.part("The change").follow(house.shell());
                visitors.areAllServed();
            }
            recipe.part("Afterwards").follow(house.shell());
        }
    }

    private static void serve(House house, String address, int port, String machine, String name)
            throws Exception {
        var files = house.shell().file(machine);
        house.web(
                new InetSocketAddress(address, port),
                files.resolve(name + ".example.com.pem"),
                files.resolve(name + ".example.com.key"),
                machine);
    }
}
