package io.github.dnscli.otlsafetch;

import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.cli.SafeFile;
import java.util.List;
import java.util.Optional;

/// Shows what came of fetching a certificate.
final class OtlsaFetchView {

    private final Console console;
    private final OtlsaFetchOptions options;

    OtlsaFetchView(Console console, OtlsaFetchOptions options) {
        this.console = console;
        this.options = options;
    }

    ExitStatus show(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Misused(var problem) -> console.usageError(problem);
            case Fetched.Unusable(var problem) -> {
                console.error(problem);
                yield ExitStatus.UNKNOWN;
            }
            case Fetched.Unanswered(var server, var place, var reply) -> {
                console.error(
                        "%s: no records of %s: %s"
                                .formatted(server.display(), place, reply.problem()));
                yield FailedReply.status(reply);
            }
            case Fetched.Empty(var place) -> showNothing(place, false);
            case Fetched.Judged(var place, var bundle, var judgement) -> {
                warn(bundle);
                yield show(place, bundle, judgement);
            }
        };
    }

    /// Shows what came of the command that was run after a change.
    ///
    /// @param problem what went wrong
    ExitStatus showRun(Optional<String> problem) {
        if (problem.isEmpty()) {
            return ExitStatus.YES;
        }
        console.error("the command of '--on-change' " + problem.get());
        console.hint(
                "'%s' is in place, and the next run finds nothing changed: run the command yourself"
                        .formatted(options.output()));
        return ExitStatus.UNKNOWN;
    }

    private void warn(TlsaBundle bundle) {
        bundle.unreadable().forEach(record -> console.warning(record.message()));
    }

    private ExitStatus show(TlsaPlace place, TlsaBundle bundle, Fetched.Judgement judgement) {
        return switch (judgement) {
            case Fetched.NoLeaf _ -> showNothing(place, !bundle.requestData().isEmpty());
            case Fetched.Rejected(var reasons) -> showRejected(reasons);
            case Fetched.Printed(var chain) -> {
                console.print(Pem.of(chain));
                yield ExitStatus.YES;
            }
            case Fetched.Stored(var chain, var outcome) -> {
                console.confirm(confirmation(chain, outcome));
                yield ExitStatus.YES;
            }
        };
    }

    private ExitStatus showNothing(TlsaPlace place, boolean requested) {
        console.error("nothing there yet: no certificate at %s".formatted(place));
        console.hint(
                requested
                        ? "a signing request stands there, and waits for the certifier"
                        : "no signing request stands there either; 'ocertify' puts one there");
        if (options.server().isEmpty()) {
            console.hint(
                    "a resolver remembers for a while that there was nothing; name the zone's own server to ask it");
        }
        return ExitStatus.NO;
    }

    private ExitStatus showRejected(List<Reason> reasons) {
        for (var reason : reasons) {
            console.error("certificate rejected: " + reason.message());
        }
        if (options.ca().isEmpty() && reasons.stream().anyMatch(Reason::isForWantOfTrust)) {
            console.hint("a private authority is trusted by '--ca FILE', the file of its root");
        }
        return ExitStatus.NO;
    }

    private String confirmation(VerifiedChain chain, SafeFile.Outcome outcome) {
        return "%s '%s': certificate of '%s', valid until %s"
                .formatted(
                        word(outcome),
                        options.output(),
                        options.host().display(),
                        chain.leaf().lifetime().notAfter());
    }

    private static String word(SafeFile.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> "installed";
            case CHANGED -> "changed";
            case UNCHANGED -> "unchanged";
        };
    }
}
