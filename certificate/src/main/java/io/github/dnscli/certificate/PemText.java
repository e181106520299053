package io.github.dnscli.certificate;

import java.util.List;

/// What a PEM text holds (RFC 7468).
///
/// @param blocks the well-formed blocks, in order
/// @param problems what is wrong with the others
public record PemText(List<PemBlock> blocks, List<PemProblem> problems) {

    /// The label of a certificate's block.
    public static final String CERTIFICATE = "CERTIFICATE";

    /// Keeps copies of the lists.
    public PemText {
        blocks = List.copyOf(blocks);
        problems = List.copyOf(problems);
    }

    /// {@return the blocks with a label}
    public List<PemBlock> blocks(String label) {
        return blocks.stream().filter(block -> block.label().equals(label)).toList();
    }

    /// {@return the certificates that can be read, in order}
    public List<Certificate> certificates() {
        return blocks(CERTIFICATE).stream()
                .flatMap(block -> Certificate.decode(block.der()).certificate().stream())
                .toList();
    }
}
