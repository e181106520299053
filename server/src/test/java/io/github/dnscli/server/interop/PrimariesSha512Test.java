package io.github.dnscli.server.interop;

import io.github.dnscli.common.key.TsigAlgorithm;
import org.junit.jupiter.api.Tag;

/// The normal run has each algorithm and each direction; this is the rest of the matrix.
@Tag("slow")
class PrimariesSha512Test extends PrimariesTest {

    PrimariesSha512Test() {
        super(TsigAlgorithm.SHA512);
    }
}
