package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.certificate.upload.RequestUploader;
import io.github.dnscli.certificate.upload.Upload;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.util.List;

/// The way to a certificate: look, upload, wait, store. Each step has a connection of its own, since making a key or
/// waiting may outlast what a server allows to an idle one.
final class CertificateRoad {

    private final World world;
    private final OcertifyOptions options;
    private final Progress progress;
    private final ServerAddress server;
    private final CredentialFiles files;
    private final Lookout lookout;

    CertificateRoad(
            World world,
            OcertifyOptions options,
            Progress progress,
            ServerAddress server,
            TrustAnchors anchors) {
        this.world = world;
        this.options = options;
        this.progress = progress;
        this.server = server;
        this.files = new CredentialFiles(world, options);
        this.lookout = new Lookout(server, anchors, progress);
    }

    /// {@return what came of it}; nothing is written before the server has answered once
    ///
    /// @throws IOException if it does not answer, or a file cannot be written
    Certification walk(KeyChoice key, StoredCredentials stored) throws IOException {
        return switch (stored) {
            case StoredCredentials.Ready(var credentials, var remarks) -> {
                remarks.forEach(progress::remark);
                yield after(look(credentials), credentials, key);
            }
            case StoredCredentials.Missing _ -> afterFirst(look(), key);
            case StoredCredentials.Unusable _ ->
                    throw new IllegalArgumentException("unusable credentials");
        };
    }

    private Certification afterFirst(Look look, KeyChoice key) throws IOException {
        return look instanceof Look.Unseen unseen
                ? stopped(unseen)
                : after(look, files.create(), key);
    }

    private Certification after(Look look, Credentials credentials, KeyChoice key)
            throws IOException {
        return switch (look) {
            case Look.Unseen unseen -> stopped(unseen);
            case Look.Bad(var reasons) -> new Certification.Rejected(reasons);
            case Look.Good good when !mustUpload(good, key) -> store(good, credentials);
            case Look.Good good -> request(good.place(), credentials, key);
            case Look.NotYet(var place) -> request(place, credentials, key);
        };
    }

    /// Even a good certificate needs its request in the DNS when it is to be renewed.
    private boolean mustUpload(Look.Good good, KeyChoice key) {
        return key instanceof KeyChoice.Chosen
                && (options.force() || isDue(good.chain()) && !good.requested());
    }

    private boolean isDue(VerifiedChain chain) {
        return !world.clock().instant().isBefore(chain.leaf().lifetime().renewalDue());
    }

    private Certification request(TlsaPlace place, Credentials credentials, KeyChoice key)
            throws IOException {
        var stored = files.store(credentials);
        return switch (key) {
            case KeyChoice.Chosen(var tsigKey) -> upload(stored, tsigKey);
            case KeyChoice.Absent _, KeyChoice.Unusable _ -> new Certification.Unrequested(place);
        };
    }

    private Certification upload(Credentials credentials, TsigKey key) throws IOException {
        Upload upload;
        try (var exchange = open()) {
            upload =
                    new RequestUploader(exchange, key, credentials.request(), progress::uploaded)
                            .upload();
        }
        return switch (upload) {
            case Upload.Written _ -> await(credentials);
            case Upload.Standing _ -> {
                progress.alreadyUploaded();
                yield await(credentials);
            }
            case Upload.Failed(var problem, var reply) ->
                    Certification.Stopped.of(
                            server.display() + ": " + problem,
                            reply.map(FailedReply::status).orElse(ExitStatus.NO));
            case Upload.Overtaken _ ->
                    Certification.Stopped.of(
                            server.display()
                                    + ": request not uploaded: what stands at its place keeps changing",
                            ExitStatus.UNKNOWN);
        };
    }

    private Certification await(Credentials credentials) throws IOException {
        Look look;
        try (var _ = progress.awaiting()) {
            look = lookUntilSettled(credentials);
        }
        return switch (look) {
            case Look.Good good -> store(good, credentials);
            case Look.Bad(var reasons) -> new Certification.Rejected(reasons);
            case Look.NotYet(var place) -> new Certification.Pending(place, options.longestWait());
            case Look.Unseen unseen -> stoppedAfterUpload(unseen);
        };
    }

    private Look lookUntilSettled(Credentials credentials) throws IOException {
        var patience = new Patience(world.clock(), options.longestWait());
        var look = lookAgain(credentials);
        for (var pause = patience.pause();
                isOpen(look) && pause.isPresent();
                pause = patience.pause()) {
            progress.waiting(pause.get());
            world.pause().pause(pause.get());
            look = lookAgain(credentials);
        }
        return look;
    }

    private static boolean isOpen(Look look) {
        return look instanceof Look.NotYet || look instanceof Look.Unseen;
    }

    private Look look() throws IOException {
        try (var exchange = open()) {
            return lookout.look(exchange, options.host());
        }
    }

    private Look look(Credentials credentials) throws IOException {
        try (var exchange = open()) {
            return lookout.look(
                    exchange, options.host(), credentials.request(), world.clock().instant());
        }
    }

    /// While waiting, a server that is away for a moment is no reason to give up.
    private Look lookAgain(Credentials credentials) {
        try {
            return look(credentials);
        } catch (IOException trouble) {
            return new Look.Unseen(IoTrouble.describe(trouble), ExitStatus.UNKNOWN);
        }
    }

    private Exchange open() throws IOException {
        return Exchange.open(
                world.transport(), server, options.timeout(), world.clock(), world.random());
    }

    private Certification store(Look.Good good, Credentials credentials) throws IOException {
        files.store(credentials);
        var outcome = CertificateFile.of(world, options).write(good.chain());
        return new Certification.Stored(good.chain(), outcome, isDue(good.chain()));
    }

    private static Certification stopped(Look.Unseen unseen) {
        return Certification.Stopped.of(unseen.problem(), unseen.status());
    }

    private static Certification stoppedAfterUpload(Look.Unseen unseen) {
        return new Certification.Stopped(
                "the request is in the DNS, and then: " + unseen.problem(),
                List.of("run the same command again later"),
                unseen.status());
    }
}
