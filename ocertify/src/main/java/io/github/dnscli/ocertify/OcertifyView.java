package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.Unreadable;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.progress.Progress.UnderWay;
import io.github.dnscli.cli.progress.Work;
import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Shows what happens on the way to a certificate, and what came of it.
final class OcertifyView implements Progress {

    private final Console console;
    private final OcertifyOptions options;

    OcertifyView(Console console, OcertifyOptions options) {
        this.console = console;
        this.options = options;
    }

    @Override
    public void remark(String remark) {
        console.warning(remark);
    }

    @Override
    public void passedOver(Unreadable record) {
        console.warning(record.message());
    }

    @Override
    public void unfit(TlsaPlace place, List<String> reasons) {
        for (var reason : reasons) {
            console.info("a certificate at %s is passed over: %s".formatted(place, reason));
        }
    }

    @Override
    public void uploaded(DomainName zone, List<DomainName> owners) {
        console.confirm(
                owners.stream()
                        .map(DomainName::display)
                        .collect(
                                Collectors.joining(
                                        "', '",
                                        "request uploaded to zone '" + zone.display() + "' at '",
                                        "'")));
    }

    @Override
    public void alreadyUploaded() {
        console.info("the request is in the DNS already");
    }

    @Override
    public UnderWay awaiting() {
        return console.progress()
                .begin(
                        Work.of("waiting for the certificate of " + options.host().display())
                                .within(options.longestWait()));
    }

    @Override
    public void waiting(Duration pause) {
        console.info("no certificate yet; next look in " + DurationText.print(pause));
    }

    ExitStatus show(Certification certification) {
        return switch (certification) {
            case Certification.Misused(var problem) -> console.usageError(problem);
            case Certification.Stopped(var problem, var hints, var status) -> {
                console.error(problem);
                hints.forEach(console::hint);
                yield status;
            }
            case Certification.StillGood(var leaf) -> {
                console.confirm(
                        "valid certificate in '%s' until %s; nothing to do"
                                .formatted(
                                        options.files().certificate(), leaf.lifetime().notAfter()));
                yield ExitStatus.YES;
            }
            case Certification.Stored stored -> show(stored);
            case Certification.Unrequested(var place) -> showUnrequested(place);
            case Certification.Pending(var place, var waited) -> showPending(place, waited);
            case Certification.Rejected(var reasons) -> show(reasons);
        };
    }

    private ExitStatus show(Certification.Stored stored) {
        var files = options.files();
        console.confirm(
                "%s your certificate is stored in %s (%scsr %s)"
                        .formatted(
                                word(stored.outcome()),
                                files.certificate(),
                                options.keyElsewhere() ? "" : "private key " + files.key() + ", ",
                                files.request()));
        var until = stored.chain().leaf().lifetime().notAfter();
        if (stored.renewalDue()) {
            console.warning(
                    "the certificate is due for renewal, and there is no newer one in the DNS yet; it is valid until "
                            + until);
        } else {
            console.info("the certificate is valid until " + until);
        }
        return ExitStatus.YES;
    }

    private static String word(SafeFile.Outcome outcome) {
        return switch (outcome) {
            case CREATED, CHANGED -> "success!";
            case UNCHANGED -> "unchanged:";
        };
    }

    private ExitStatus showUnrequested(TlsaPlace place) {
        console.error(
                "nothing there yet: no certificate that answers '%s' at %s"
                        .formatted(options.files().request(), place));
        console.hint("to put the request into the DNS, give a TSIG key with '--dns-key'");
        return ExitStatus.NO;
    }

    private ExitStatus showPending(TlsaPlace place, Duration waited) {
        console.error(
                "not there yet: the request is in the DNS, and after %s no certificate at %s answers it"
                        .formatted(DurationText.print(waited), place));
        console.hint("run the same command again later, or wait longer with '--wait'");
        return ExitStatus.NO;
    }

    private ExitStatus show(List<Reason> reasons) {
        for (var reason : reasons) {
            console.error("certificate rejected: " + reason.message());
        }
        if (options.ca().isEmpty() && reasons.stream().anyMatch(Reason::isForWantOfTrust)) {
            console.hint("a private authority is trusted by '--ca FILE', the file of its root");
        }
        return ExitStatus.NO;
    }
}
