package io.github.dnscli.certificate;

import io.github.dnscli.common.check.Findings;
import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Tlsa;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Judges what stands at one service name. Of certificates the leaves are judged: authorities come and go with them, and
/// whether a chain can be trusted is another question, for [ChainVerifier].
final class ServiceJudgement {

    /// So many names of a certificate are told.
    private static final int ENOUGH = 3;

    /// So many requests are looked at: to check their signatures takes time, and they are too many anyway.
    private static final int MOST_REQUESTS = 20;

    private final ServiceName service;
    private final RecordSet records;
    private final TlsaBundle bundle;
    private final Findings findings;
    private final Set<SubjectPublicKey> requestedKeys = new HashSet<>();

    ServiceJudgement(ServiceName service, RecordSet records, Findings findings) {
        this.service = service;
        this.records = records;
        this.bundle = TlsaBundle.of(records);
        this.findings = findings;
    }

    void judge() {
        for (var unreadable : bundle.unreadable()) {
            var check = CertificateChecks.CERTIFICATE_UNDECODABLE;
            add(check, unreadable.data(), unreadable.message(), "");
        }
        judgeRequests();
        for (var leaf : bundle.leaves()) {
            var data = TlsaRole.LEAF.data(leaf.der());
            if (!isForHost(leaf.names())) {
                addWrongHost("certificate", leaf.names(), data);
            }
            judgeKey(leaf, data);
            judgeTime(leaf.lifetime(), data, findings.circumstances().now());
        }
    }

    private void judgeRequests() {
        var requests = bundle.requestData();
        if (requests.size() > 1) {
            add(
                    CertificateChecks.CERTIFICATE_REQUESTS,
                    requests.getLast(),
                    requests.size() + " signing requests at '" + service + "'",
                    "keep the one whose key the service has: a certifier may heed none of them");
        }
        for (var data : requests.subList(0, Math.min(MOST_REQUESTS, requests.size()))) {
            switch (CertificateRequest.decode(Tlsa.of(data).association())) {
                case DecodedRequest.Valid(var request) -> judgeRequest(request, data);
                case DecodedRequest.Invalid(var fault, var problem) ->
                        judgeFault(fault, problem, data);
            }
        }
    }

    private void judgeRequest(CertificateRequest request, RecordData data) {
        requestedKeys.add(request.publicKey());
        if (!isForHost(request.names())) {
            addWrongHost("signing request", request.names(), data);
        }
    }

    private void judgeFault(RequestFault fault, String problem, RecordData data) {
        var check =
                switch (fault) {
                    case NO_NAMES -> CertificateChecks.CERTIFICATE_WRONG_HOST;
                    case NOT_DER, NOT_A_REQUEST, WEAK_KEY, WEAK_SIGNATURE, BAD_SIGNATURE ->
                            CertificateChecks.CERTIFICATE_UNDECODABLE;
                };
        add(check, data, "the signing request " + problem, "make a new one with ocertify");
    }

    /// A wildcard's records stand at the name it is a wildcard of.
    private boolean isForHost(List<DomainName> names) {
        var host = service.host();
        var wildcard = host.wildcard();
        for (var name : names) {
            if (HostNames.covers(name, host) || name.equals(wildcard)) {
                return true;
            }
        }
        return false;
    }

    private void addWrongHost(String what, List<DomainName> names, RecordData data) {
        var shown = new StringBuilder();
        for (var name : names.subList(0, Math.min(ENOUGH, names.size()))) {
            shown.append(shown.isEmpty() ? "'" : ", '").append(name.display()).append('\'');
        }
        shown.append(names.isEmpty() ? "no host" : names.size() > ENOUGH ? " and others" : "");
        add(
                CertificateChecks.CERTIFICATE_WRONG_HOST,
                data,
                "the " + what + " is for " + shown + ", not for '" + service.host().display() + "'",
                "");
    }

    private void judgeKey(Certificate leaf, RecordData data) {
        if (!requestedKeys.isEmpty() && !requestedKeys.contains(leaf.publicKey())) {
            add(
                    CertificateChecks.CERTIFICATE_KEY_DIFFERS,
                    data,
                    "the certificate is not for the key of the signing request at '"
                            + service
                            + "'",
                    "the request waits for its certificate; it comes with the next run of the certifier");
        }
    }

    private void judgeTime(Lifetime lifetime, RecordData data, Instant now) {
        var left = lifetime.remaining(now);
        if (now.isAfter(lifetime.notAfter())) {
            add(
                    CertificateChecks.CERTIFICATE_EXPIRED,
                    data,
                    "the certificate expired at '" + lifetime.notAfter() + "'",
                    "see whether the certifier runs");
        } else if (left.compareTo(lifetime.length().dividedBy(6)) < 0) {
            add(
                    CertificateChecks.CERTIFICATE_EXPIRING,
                    data,
                    "the certificate expires at '"
                            + lifetime.notAfter()
                            + "', with less than a sixth of its life left",
                    "it was to be renewed with a third left: see whether the certifier runs");
        }
    }

    private void add(Check check, RecordData data, String message, String hint) {
        var record = new ResourceRecord(records.owner(), records.ttl(), data);
        findings.add(check, record, message, hint);
    }
}
