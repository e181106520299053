package io.github.dnscli.certificate;

import java.util.List;

/// A certificate and those that may lead from it to a root, put in order.
///
/// Order comes from names and signatures alone (RFC 5280 §6.1); key identifiers are not needed. Where several
/// authorities may have issued a certificate, as with cross-signed roots, there are several paths. Nothing here is
/// trusted yet: [ChainVerifier] judges.
public final class Chain {

    private final Certificate leaf;
    private final List<List<Certificate>> paths;
    private final List<Certificate> unrelated;

    private Chain(Certificate leaf, List<List<Certificate>> paths, List<Certificate> unrelated) {
        this.leaf = leaf;
        this.paths = paths;
        this.unrelated = unrelated;
    }

    /// {@return the chain of a leaf}
    ///
    /// @param authorities in any order, with repetitions and strangers among them; at most the first 64 are looked at
    public static Chain of(Certificate leaf, List<Certificate> authorities) {
        var search = new PathSearch(authorities);
        var paths = search.pathsFrom(leaf);
        var unrelated =
                authorities.stream()
                        .distinct()
                        .filter(c -> paths.stream().noneMatch(path -> path.contains(c)))
                        .toList();
        return new Chain(leaf, paths, unrelated);
    }

    /// {@return the certificate of the service}
    public Certificate leaf() {
        return leaf;
    }

    /// {@return the ways from the leaf upwards, the longest first; there is at least one}
    ///
    /// Each begins with the leaf, goes on with the issuer of the one before, and ends with a self-signed certificate or
    /// where no issuer is at hand.
    public List<List<Certificate>> paths() {
        return paths;
    }

    /// {@return the authorities that have nothing to do with the leaf}
    public List<Certificate> unrelated() {
        return unrelated;
    }
}
