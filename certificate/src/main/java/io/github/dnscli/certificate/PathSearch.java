package io.github.dnscli.certificate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the ways from a leaf upwards through a heap of authorities. All of its bounds are far above any chain in
/// use, and keep a hostile heap from costing more than a moment.
final class PathSearch {

    private static final int MAX_AUTHORITIES = 64;
    private static final int MAX_PATHS = 16;
    private static final int MAX_LENGTH = 10;
    private static final int MAX_SIGNATURES = 256;

    private final List<Certificate> authorities;
    private final Map<Certificate, List<Certificate>> issuers = new HashMap<>();
    private final List<List<Certificate>> paths = new ArrayList<>();
    private int signatures;

    PathSearch(List<Certificate> authorities) {
        this.authorities = authorities.stream().distinct().limit(MAX_AUTHORITIES).toList();
    }

    List<List<Certificate>> pathsFrom(Certificate leaf) {
        extend(List.of(leaf));
        return paths.stream()
                .sorted(Comparator.<List<Certificate>>comparingInt(List::size).reversed())
                .toList();
    }

    private void extend(List<Certificate> path) {
        if (paths.size() >= MAX_PATHS) {
            return;
        }
        var next = path.size() < MAX_LENGTH ? nextAfter(path) : List.<Certificate>of();
        if (next.isEmpty()) {
            paths.add(path);
        }
        for (var issuer : next) {
            var longer = new ArrayList<>(path);
            longer.add(issuer);
            extend(List.copyOf(longer));
        }
    }

    /// Nothing comes behind a root, not even its own cross-signature, which has its name and key.
    private List<Certificate> nextAfter(List<Certificate> path) {
        var last = path.getLast();
        return last.isSelfSigned()
                ? List.of()
                : issuersOf(last).stream().filter(c -> !path.contains(c)).toList();
    }

    private List<Certificate> issuersOf(Certificate certificate) {
        var known = issuers.get(certificate);
        if (known != null) {
            return known;
        }
        var found = authorities.stream().filter(issuer -> issued(issuer, certificate)).toList();
        issuers.put(certificate, found);
        return found;
    }

    private boolean issued(Certificate issuer, Certificate certificate) {
        return certificate.namesAsIssuer(issuer)
                && signatures++ < MAX_SIGNATURES
                && certificate.isIssuedBy(issuer);
    }
}
