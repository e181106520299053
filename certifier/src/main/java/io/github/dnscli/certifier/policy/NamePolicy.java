package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.common.name.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whose names a request may ask for.
///
/// Whoever can put a request at `_letsencrypt._tcp.HOST` has HOST: that name, all names below it and `*.HOST`. Any
/// other name needs the same request, octet by octet, at its own place. The place of a wildcard is that of the name
/// it is a wildcard of. What [NameAllowances] say besides is the operator's word. A request that asks for one thing it may
/// not have gets nothing: a certificate for fewer names than asked for would never fit its request.
public final class NamePolicy {

    private static final int MAX_NAMES = 100;

    private static final int MOST_TOLD = 8;

    /// Names have 255 octets at most, and `_letsencrypt._tcp` takes 18 of them.
    private static final int MAX_PROVABLE = 255 - 18;

    /// The extensions that may be asked for: subjectAltName is granted, the others (subjectKeyIdentifier, keyUsage,
    /// basicConstraints without authority, extendedKeyUsage) stand in what common tools make, and are for the
    /// authority to decide.
    private static final Set<String> EXTENSIONS =
            Set.of("2.5.29.17", "2.5.29.14", "2.5.29.15", "2.5.29.19", "2.5.29.37");

    private final NameAllowances allowances;

    /// Makes the policy.
    ///
    /// @param allowances what may be asked for besides one's own names
    public NamePolicy(NameAllowances allowances) {
        this.allowances = allowances;
    }

    /// {@return whether a request is granted}
    ///
    /// @param hosts the hosts it stands at, at least one
    public Grant judge(CertificateRequest request, Collection<DomainName> hosts) {
        if (request.asksForAuthority()) {
            return new Grant.Refused("it asks for the rights of an authority");
        }
        if (!request.otherNames().isEmpty()) {
            return new Grant.Refused(
                    "it asks for %s, and only names of hosts are certified"
                            .formatted(quoted(request.otherNames())));
        }
        var unknown = request.extensions().stream().filter(id -> !EXTENSIONS.contains(id)).toList();
        if (!unknown.isEmpty()) {
            return new Grant.Refused(
                    "it asks for the extension %s, which is not granted"
                            .formatted(quoted(unknown)));
        }
        return judgeNames(request, hosts);
    }

    private Grant judgeNames(CertificateRequest request, Collection<DomainName> hosts) {
        var names = request.names();
        if (names.size() > MAX_NAMES) {
            return new Grant.Refused(
                    "it asks for %s names, where %s are the most"
                            .formatted(names.size(), MAX_NAMES));
        }
        var foreign =
                names.stream()
                        .filter(name -> !isOwn(name, hosts))
                        .filter(name -> !allowances.allow(request, hosts, name))
                        .toList();
        return foreign.isEmpty()
                ? new Grant.Granted()
                : new Grant.Refused(
                        "it asks for %s, which is neither at nor below %s%s"
                                .formatted(
                                        quoted(display(foreign)),
                                        quoted(display(hosts.stream().distinct().toList())),
                                        proof(foreign.getFirst())));
    }

    /// A name that fills all the room there is has no place of its own.
    private static String proof(DomainName name) {
        return name.wireLength() > MAX_PROVABLE
                ? ""
                : "; the same request at '%s' would prove the right to it"
                        .formatted(new ServiceName(name));
    }

    /// A wildcard stands below the name it is a wildcard of.
    private static boolean isOwn(DomainName name, Collection<DomainName> hosts) {
        return hosts.stream().anyMatch(name::isAtOrBelow);
    }

    private static List<String> display(List<DomainName> names) {
        return names.stream().map(DomainName::display).toList();
    }

    /// What others may make as long as they like is cut short.
    private static String quoted(List<String> words) {
        String some = words.stream().limit(MOST_TOLD).collect(Collectors.joining("', '", "'", "'"));
        return words.size() > MOST_TOLD
                ? "%s and %s more".formatted(some, words.size() - MOST_TOLD)
                : some;
    }
}
