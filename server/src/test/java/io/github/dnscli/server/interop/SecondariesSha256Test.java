package io.github.dnscli.server.interop;

import io.github.dnscli.common.key.TsigAlgorithm;
import org.junit.jupiter.api.Tag;

/// The normal run has each algorithm and each direction; this is the rest of the matrix.
@Tag("slow")
class SecondariesSha256Test extends SecondariesTest {

    SecondariesSha256Test() {
        super(TsigAlgorithm.SHA256);
    }
}
