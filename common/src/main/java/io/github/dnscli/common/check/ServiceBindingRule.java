package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The parameters of a service binding agree with each other (RFC 9460 §2.4.3, §7.1, §8), and those of a name server
/// say how to speak to it (RFC 9461).
final class ServiceBindingRule implements NameRule {

    private static final Set<String> HTTP = Set.of("http/1.0", "http/1.1", "h2", "h3");

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.SVCB, RecordType.HTTPS);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.SVCB).ifPresent(set -> judge(set, isNameServer(at.name()), findings));
        at.set(RecordType.HTTPS).ifPresent(set -> judge(set, false, findings));
    }

    /// `_dns.HOST`, or `_PORT._dns.HOST` (RFC 9461 §3).
    private static boolean isNameServer(DomainName owner) {
        if (owner.isRoot() || owner.startsWith("_dns")) {
            return !owner.isRoot();
        }
        String label = owner.firstLabel();
        return label.length() > 1
                && label.charAt(0) == '_'
                && Letters.DIGIT.fill(label.substring(1))
                && owner.parent().startsWith("_dns");
    }

    private static void judge(RecordSet set, boolean isNameServer, Findings findings) {
        for (var record : set.records()) {
            var binding = ServiceBinding.of(record.data());
            if (!binding.isAlias()) {
                judge(record, binding, findings);
                if (isNameServer) {
                    judgeNameServer(record, binding, findings);
                }
            } else if (binding.hasParameters()) {
                findings.add(
                        PolicyChecks.SVCB_ALIAS_PARAMETERS,
                        record,
                        "parameters of priority '0', which makes an alias, are ignored",
                        "give it another priority, or leave the parameters to the target");
            }
        }
    }

    private static void judge(ResourceRecord record, ServiceBinding binding, Findings findings) {
        binding.absentMandatory()
                .ifPresent(
                        absent ->
                                add(
                                        record,
                                        "'mandatory' lists '" + absent + "', which is not there",
                                        "add '" + absent + "', or take it from the list",
                                        findings));
        if (binding.has(ServiceBinding.NO_DEFAULT_ALPN) && !binding.has(ServiceBinding.ALPN)) {
            add(
                    record,
                    "'no-default-alpn' without 'alpn' leaves no protocol to speak",
                    "list the protocols with 'alpn'",
                    findings);
        }
        binding.value(ServiceBinding.ECH)
                .flatMap(EchConfigurations::problem)
                .ifPresent(problem -> add(record, "'ech' " + problem, "", findings));
        binding.value(ServiceBinding.DOHPATH)
                .ifPresent(value -> judgePath(record, value, findings));
    }

    private static void judgePath(ResourceRecord record, byte[] value, Findings findings) {
        String path = new String(value, StandardCharsets.UTF_8);
        var template = UriTemplate.parse(path);
        if (template.isEmpty() || !template.get().isPath()) {
            add(
                    record,
                    "dohpath " + Quote.of(path) + " is not a relative URI template",
                    "such as '/dns-query{?dns}'",
                    findings);
        } else if (!template.get().variables().contains("dns")) {
            add(
                    record,
                    "dohpath " + Quote.of(path) + " has no variable 'dns'",
                    "such as '/dns-query{?dns}'",
                    findings);
        }
    }

    private static void judgeNameServer(
            ResourceRecord record, ServiceBinding binding, Findings findings) {
        if (!binding.has(ServiceBinding.ALPN)) {
            add(
                    record,
                    "the name server '" + record.owner().display() + "' offers no protocol",
                    "name them with 'alpn': 'dot', 'doq', 'h2', 'h3'",
                    findings);
        }
        for (String protocol : binding.protocols()) {
            if (HTTP.contains(protocol) && !binding.has(ServiceBinding.DOHPATH)) {
                add(
                        record,
                        "the name server offers '" + protocol + "' and has no 'dohpath'",
                        "such as 'dohpath=/dns-query{?dns}'",
                        findings);
                return;
            }
        }
    }

    private static void add(ResourceRecord record, String message, String hint, Findings findings) {
        findings.add(StructureChecks.SVCB_PARAMETERS, record, message, hint);
    }
}
