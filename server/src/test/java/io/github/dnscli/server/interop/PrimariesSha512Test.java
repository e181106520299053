package io.github.dnscli.server.interop;

import io.github.dnscli.common.key.TsigAlgorithm;

class PrimariesSha512Test extends PrimariesTest {

    PrimariesSha512Test() {
        super(TsigAlgorithm.SHA512);
    }
}
