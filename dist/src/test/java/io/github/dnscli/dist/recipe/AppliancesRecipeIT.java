package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.Peer;
import io.github.dnscli.testkit.SshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipe for devices that others fetch for. OpenSSH's server is the device.
class AppliancesRecipeIT {

    @TempDir private Path root;

    @Test
    void oneHostFetchesForAll() throws Exception {
        String ssh = Peer.SSH.require().toString();
        try (var house = House.open(root);
                var device = SshServer.start()) {
            Files.createDirectories(house.file("/etc/tls"));
            house.shell()
                    .succeed(
                            "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout etc/tls/device.key"
                                    + " -subj /CN=printer.example.com -addext subjectAltName=DNS:printer.example.com"
                                    + " -out printer.example.com.req");
            var recipe =
                    house.recipe("appliances")
                            .with("ssh \"admin@$2\"", ssh + words(device))
                            .with("192.0.2.20", "127.0.0.1");
            recipe.follow(house.shell());
            assertThat(house.serial("etc/tls/printer.example.com.pem"))
                    .isEqualTo(house.serial("printer.example.com.pem"));

            house.renew("printer.example.com");
            Files.move(house.file("/etc/tls"), house.file("/etc/away"));
            assertThat(house.shell().type("./all-appliances").status()).isEqualTo(1);
            Files.move(house.file("/etc/away"), house.file("/etc/tls"));
            house.shell().succeed("./all-appliances");
            assertThat(house.serial("etc/tls/printer.example.com.pem"))
                    .isEqualTo(house.serial("printer.example.com.pem"));
        }
    }

    private static String words(SshServer device) {
        return " -F none -o IdentitiesOnly=yes -o UserKnownHostsFile=%s -i %s -p %d %s@127.0.0.1"
                .formatted(device.knownHosts(), device.clientKey(), device.port(), device.user());
    }
}
