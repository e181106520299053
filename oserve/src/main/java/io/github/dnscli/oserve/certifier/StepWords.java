package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.PlannedStep;
import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.log.Moment;
import java.util.List;
import java.util.stream.Collectors;

/// What there is to do, in words.
final class StepWords {

    private StepWords() {}

    /// {@return a step as a line}
    static String of(PlannedStep step) {
        String at = quoted(step.places());
        return SafeText.of(
                switch (step) {
                    case PlannedStep.Issue(var request, _, var why) ->
                            "would order a certificate for %s and write it to %s: %s"
                                    .formatted(names(request), at, why);
                    case PlannedStep.Publish(var request, _) ->
                            "would write the certificate for %s to %s"
                                    .formatted(names(request), at);
                    case PlannedStep.Wait(var request, _, var why, var until) ->
                            "would wait until %s with the certificate for %s: %s"
                                    .formatted(Moment.of(until), names(request), why);
                    case PlannedStep.Rest(var request, _, var renewal) ->
                            "would leave the certificate for %s at %s, to be renewed at %s"
                                    .formatted(names(request), at, Moment.of(renewal));
                    case PlannedStep.Refuse(_, _, var reason) ->
                            "would refuse the request at %s: %s".formatted(at, reason);
                });
    }

    private static String names(CertificateRequest request) {
        return quoted(request.names());
    }

    private static String quoted(List<DomainName> names) {
        return names.stream()
                .map(DomainName::display)
                .collect(Collectors.joining("', '", "'", "'"));
    }
}
