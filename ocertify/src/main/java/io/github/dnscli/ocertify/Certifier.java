package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.LoadedAnchors;
import io.github.dnscli.certificate.TrustAnchorSearch;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.util.List;

/// Checks what can be checked on this machine, and then walks the [CertificateRoad].
final class Certifier {

    private final World world;
    private final OcertifyOptions options;
    private final Progress progress;

    Certifier(World world, OcertifyOptions options, Progress progress) {
        this.world = world;
        this.options = options;
        this.progress = progress;
    }

    Certification certify(KeyChoice key) throws IOException {
        var contradiction = options.contradiction();
        if (contradiction.isPresent()) {
            return new Certification.Misused(contradiction.get());
        }
        if (key instanceof KeyChoice.Unusable(var problem, var status)) {
            return Certification.Stopped.of(problem, status);
        }
        return switch (anchors()) {
            case LoadedAnchors.Unusable(var problem) ->
                    Certification.Stopped.of(problem, ExitStatus.UNKNOWN);
            case LoadedAnchors.Loaded(var anchors) -> certify(key, anchors);
        };
    }

    private LoadedAnchors anchors() throws IOException {
        return options.ca().isPresent()
                ? TrustAnchorSearch.ofFile(world.file(options.ca().get()))
                : TrustAnchorSearch.ofSystem().find(world.environment());
    }

    private Certification certify(KeyChoice key, TrustAnchors anchors) throws IOException {
        var stored = new CredentialFiles(world, options).read();
        return switch (stored) {
            case StoredCredentials.Unusable(var problem, var hint) ->
                    new Certification.Stopped(problem, List.of(hint), ExitStatus.UNKNOWN);
            case StoredCredentials.Missing missing -> depart(key, anchors, missing);
            case StoredCredentials.Ready ready -> {
                var good =
                        CertificateFile.of(world, options)
                                .goodFor(
                                        ready.credentials().request(),
                                        world.clock().instant(),
                                        anchors);
                yield good.isPresent() && !options.force()
                        ? new Certification.StillGood(good.get())
                        : depart(key, anchors, ready);
            }
        };
    }

    private Certification depart(KeyChoice key, TrustAnchors anchors, StoredCredentials stored)
            throws IOException {
        for (var file : stored.missingIn(options.files())) {
            SafeFile.requireTarget(world.file(file));
        }
        return switch (options.server().resolve(options.port())) {
            case ServerChoice.Unusable(var problem) -> new Certification.Misused(problem);
            case ServerChoice.Absent _ -> throw new IllegalStateException("a server was given");
            case ServerChoice.Chosen(var server) ->
                    new CertificateRoad(world, options, progress, server, anchors)
                            .walk(key, stored);
        };
    }
}
