package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.log.LogEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class FailureCommandTest {

    private static final Instant RETRY = Instant.parse("2026-11-25T12:00:00Z");
    private static final DomainName PLACE = DomainName.of("_letsencrypt._tcp.www.example.com");

    @TempDir private Path folder;
    private final CopyOnWriteArrayList<LogEvent> log = new CopyOnWriteArrayList<>();
    private final CertificateRequest request =
            CertificateRequest.create(
                    CertificateKey.generate(KeyType.P256, new SecureRandom()),
                    List.of(DomainName.of("www.example.com"), DomainName.of("example.com")));

    /// A variable of every environment stands for one with a key.
    private static FailureOption wish(String text) {
        return new FailureOption(Optional.of(text), Set.of("HOME"));
    }

    private FailureCommand command(String text, Duration limit) {
        return new FailureCommand(wish(text), folder, limit, log::add);
    }

    private CertifierEvent notIssued(Failure.Kind kind) {
        return new CertifierEvent.NotIssued(request, new Failure(kind, "it\nbroke"), RETRY);
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    @Test
    void tellsTheCommandWhatFailed() throws Exception {
        try (var command =
                command(
                        "printf '%s\n' \"$DNSCLI_EVENT,$DNSCLI_REASON,$DNSCLI_PROBLEM,$DNSCLI_NAMES,$DNSCLI_NEXT_TRY\" >said",
                        Duration.ofSeconds(30))) {
            command.accept(notIssued(Failure.Kind.CAA));
        }

        assertThat(said())
                .isEqualTo(
                        "not-issued,caa,it\\010broke,www.example.com example.com,2026-11-25T12:00:00Z\n");
        assertThat(log).isEmpty();
    }

    @Test
    void runsOnceForEachNewReason() throws Exception {
        try (var command =
                command("echo $DNSCLI_REASON $DNSCLI_PLACE >>said", Duration.ofSeconds(30))) {
            command.accept(notIssued(Failure.Kind.CAA));
            command.accept(notIssued(Failure.Kind.CAA));
            command.accept(notIssued(Failure.Kind.VALIDATION));
            command.accept(
                    new CertifierEvent.NotPublished(
                            request, PLACE, new Trouble.Refusal("REFUSED"), RETRY));
            command.accept(new CertifierEvent.LimitReached(request, 5, RETRY));
            command.accept(new CertifierEvent.LimitReached(request, 5, RETRY));
        }

        assertThat(said().lines())
                .containsExactly(
                        "caa", "validation", "not-published " + PLACE.display(), "order-limit");
    }

    @Test
    void runsAgainWhenThereWasSuccessBetween() throws Exception {
        try (var command = command("echo x >>said", Duration.ofSeconds(30))) {
            command.accept(notIssued(Failure.Kind.CAA));
            command.accept(new CertifierEvent.Withdrawn(request.names(), List.of(PLACE)));
            command.accept(notIssued(Failure.Kind.CAA));
        }

        assertThat(said().lines()).hasSize(2);
    }

    @Test
    void endsWhatTakesTooLongAndSaysSo() {
        try (var command = command("sleep 60", Duration.ofMillis(100))) {
            command.accept(notIssued(Failure.Kind.CAA));
        }
        assertThat(log)
                .extracting(LogEvent::message)
                .containsExactly("the command of '--on-failure' did not end within 100ms");
    }

    @Test
    void saysThatTheCommandFailed() {
        try (var command = command("exit 3", Duration.ofSeconds(30))) {
            command.accept(notIssued(Failure.Kind.CAA));
        }
        assertThat(log)
                .extracting(LogEvent::message)
                .containsExactly("the command of '--on-failure' failed with status 3");
    }

    @Test
    void showsTheCommandNoVariableThatHoldsAKey() {
        try (var command =
                command("echo \"${HOME-withheld} ${PATH:+given}\" >out", Duration.ofSeconds(30))) {
            command.accept(notIssued(Failure.Kind.CAA));
        }
        assertThat(folder.resolve("out")).content().isEqualTo("withheld given\n");
    }

    @Test
    void knowsWhichVariablesHoldKeys() {
        var spec = CommandSpec.create();
        spec.addOption(OptionSpec.builder("--key").type(String.class).build());
        spec.addOption(OptionSpec.builder("--zone").type(String.class).build());
        var parsed = new CommandLine(spec).parseArgs("--key", "env:ONE", "--zone=env:TWO");

        assertThat(FailureOption.of(Optional.empty(), parsed).withheld())
                .containsExactlyInAnyOrder("DNSCLI_KEY", "ONE", "TWO");
    }

    @Test
    void runsNothingUnlessItIsTold() {
        try (var command =
                new FailureCommand(
                        new FailureOption(Optional.empty(), Set.of()),
                        folder,
                        Duration.ofSeconds(30),
                        log::add)) {
            command.accept(notIssued(Failure.Kind.CAA));
        }
        assertThat(folder).isEmptyDirectory();
    }
}
