package io.github.dnscli.oserve.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;

/// The story: a zone in git, a server, a record changed by script, and a certificate that travels through the DNS.
final class Demo {

    private static final int OPERATOR = 0;
    private static final int WEB_HOST = 1;
    private static final int CERTIFIER = 2;
    private static final String BUNDLE = DemoZone.HOST + ".pem";

    private final Stage stage;
    private final DemoKeys keys;
    private String port = "";

    Demo(Stage stage, RandomGenerator random) {
        this.stage = stage;
        this.keys = DemoKeys.make(DemoZone.NAME, random);
    }

    /// {@return the PEM bundle at the end of the road}
    Path tell() throws IOException {
        repository();
        servers();
        brokenZone();
        mendedZone();
        record();
        certificate();
        proof();
        return stage.folder().resolve(BUNDLE);
    }

    private void repository() throws IOException {
        stage.chapter("A zone in git");
        stage.remark("in " + stage.folder());
        Files.createDirectory(stage.folder().resolve("zones"));
        stage.write("zones/" + DemoZone.NAME, DemoZone.first());
        secret("zones/" + DemoZone.NAME + "._keys", keys.serverFile());
        for (int part = 0; part < DemoKeys.PARTS.size(); part++) {
            secret(DemoKeys.fileName(part), keys.clientFile(part));
        }
        stage.run(0, "git", "-C", "zones", "init", "-q");
        stage.run(0, "git", "-C", "zones", "add", ".");
        stage.run(0, "git", "-C", "zones", "commit", "-qm", "The first zone");
    }

    private void secret(String file, String content) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(stage.folder().resolve(file), ownerOnly);
        stage.write(file, content);
    }

    private void servers() throws IOException {
        stage.chapter("A name server, and a certifier beside it");
        String address =
                stage.start(
                        "listening on",
                        "oserve",
                        "primary",
                        "--zones",
                        "zones",
                        "--listen",
                        "127.0.0.1:0");
        port = address.substring(address.lastIndexOf(':') + 1);
        stage.write("root.pem", stage.capture("oserve", "certifier", "root", "--state", "state"));
        stage.remark("the root certificate of its private authority is in root.pem");
        stage.start(
                "watching",
                "oserve",
                "certifier",
                "--server",
                "127.0.0.1#" + port,
                "--key",
                "@" + key(CERTIFIER),
                "--zone",
                DemoZone.NAME,
                "--ca",
                "private",
                "--state",
                "state",
                "--interval",
                "1s");
    }

    private void brokenZone() throws IOException {
        stage.chapter("A broken zone goes nowhere");
        stage.write("zones/" + DemoZone.NAME, DemoZone.broken());
        stage.write("before", DemoZone.first());
        stage.run(1, "ozone", "--old", "before", "zones/" + DemoZone.NAME);
    }

    private void mendedZone() throws IOException {
        stage.chapter("Mended, committed, announced");
        stage.write("zones/" + DemoZone.NAME, DemoZone.mended());
        stage.run(0, "ozone", "--old", "before", "zones/" + DemoZone.NAME);
        stage.run(0, "git", "-C", "zones", "commit", "-qam", "Take mail");
        stage.run(
                0,
                "onotify",
                "--key",
                "@" + key(OPERATOR),
                "--serial",
                Long.toString(DemoZone.mendedSerial()),
                "--port",
                port,
                "127.0.0.1",
                DemoZone.NAME);
    }

    private void record() throws IOException {
        stage.chapter("A record changed from a script: only its line of the file is touched");
        stage.run(
                0,
                "oupdate",
                "--port",
                port,
                "127.0.0.1",
                "@" + key(OPERATOR),
                DemoZone.HOST,
                "127.0.0.2");
        stage.run(0, "git", "-C", "zones", "diff", "-U0");
    }

    private void certificate() throws IOException {
        stage.chapter("A certificate through the DNS");
        stage.run(
                0,
                "ocertify",
                "--port",
                port,
                "--dns-key",
                "@" + key(WEB_HOST),
                "--type",
                "p256",
                "--ca",
                "root.pem",
                "--wait",
                "60s",
                "127.0.0.1",
                DemoZone.HOST);
        stage.remark("another host, or a cron job, needs no key at all to fetch it:");
        stage.run(
                0,
                "otlsa-fetch",
                "--ca",
                "root.pem",
                "-o",
                "fetched.pem",
                DemoZone.HOST,
                "127.0.0.1#" + port);
    }

    private void proof() throws IOException {
        stage.chapter("Verified once more, by others");
        stage.remark(
                BundleProof.of(stage.folder().resolve(BUNDLE), stage.folder().resolve("root.pem")));
        if (Stage.isInstalled("openssl")) {
            stage.run(
                    0,
                    "openssl",
                    "verify",
                    "-CAfile",
                    "root.pem",
                    "-untrusted",
                    BUNDLE,
                    "-verify_hostname",
                    DemoZone.HOST,
                    BUNDLE);
        }
    }

    private static String key(int part) {
        return DemoKeys.fileName(part);
    }

    /// Prints what can be typed in another terminal while the servers go on.
    void invite() {
        String cd = "cd " + stage.folder();
        stage.chapter("The servers go on; try in another terminal");
        stage.remark(cd);
        stage.remark("dig @127.0.0.1 -p %s %s any".formatted(port, DemoZone.NAME));
        stage.remark(
                "oupdate --port %s 127.0.0.1 @%s %s 127.0.0.3"
                        .formatted(port, key(OPERATOR), DemoZone.HOST));
        stage.remark(
                "ocertify --port %s --dns-key @%s --type p256 --ca root.pem 127.0.0.1 mail.%s"
                        .formatted(port, key(WEB_HOST), DemoZone.NAME));
        stage.remark("end it with Ctrl-C");
    }
}
