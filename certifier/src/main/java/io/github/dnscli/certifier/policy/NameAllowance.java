package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.name.DomainName;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// A rule by which some requests may ask for some names, whoever has them. As text `WHERE=PATTERN,PATTERN`, such as
/// `web.example.com=shop.example.org,*.shop.example.org` or `key:5f…a3=.example.net`.
///
/// A rule trusts everybody whom it is about: one that speaks of a domain lets all who may write anywhere at or below it
/// have the names.
///
/// @param where which requests
/// @param patterns which names, at least one
public record NameAllowance(Where where, List<NamePattern> patterns) {

    /// Which requests a rule is about.
    public sealed interface Where {

        /// Those that stand at a host at or below a name.
        record Below(DomainName top) implements Where {

            @Override
            public String toString() {
                return top.display();
            }
        }

        /// Those for one public key, wherever they stand: nobody else has a use for the certificate.
        ///
        /// @param sha256 the SHA-256 of its SubjectPublicKeyInfo, 64 lower-case hexadecimal digits
        record Key(String sha256) implements Where {

            @Override
            public String toString() {
                return "key:" + sha256;
            }
        }
    }

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if there is no pattern
    public NameAllowance {
        patterns = List.copyOf(patterns);
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("a rule that allows nothing");
        }
    }

    /// {@return what a text means as a rule}
    public static ParsedAllowance parse(String text) {
        return NameAllowanceText.parse(text);
    }

    boolean allows(CertificateRequest request, Collection<DomainName> hosts, DomainName name) {
        return isAbout(request, hosts)
                && patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }

    private boolean isAbout(CertificateRequest request, Collection<DomainName> hosts) {
        return switch (where) {
            case Where.Below(var top) -> hosts.stream().anyMatch(host -> host.isAtOrBelow(top));
            case Where.Key(var sha256) ->
                    HexFormat.of().formatHex(request.publicKey().sha256()).equals(sha256);
        };
    }

    /// {@return the rule as it is written}
    @Override
    public String toString() {
        return patterns.stream()
                .map(NamePattern::toString)
                .collect(Collectors.joining(",", where + "=", ""));
    }
}
