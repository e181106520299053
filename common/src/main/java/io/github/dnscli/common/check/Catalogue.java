package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.text.SyntaxChecks;
import java.util.List;
import java.util.stream.Stream;

/// Every check of this library. Checks of certificates live where certificates are known.
public final class Catalogue {

    private Catalogue() {}

    /// {@return all checks: of the text, of one zone, of key files, against the predecessor}
    public static List<Check> all() {
        return Stream.of(
                        SyntaxChecks.all(),
                        StructureChecks.all(),
                        PolicyChecks.all(),
                        SignatureChecks.all(),
                        KeyFileChecks.all(),
                        SuccessionChecks.all())
                .flatMap(List::stream)
                .toList();
    }
}
