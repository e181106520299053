package io.github.dnscli.server.interop;

import io.github.dnscli.common.key.TsigAlgorithm;

class PrimariesSha256Test extends PrimariesTest {

    PrimariesSha256Test() {
        super(TsigAlgorithm.SHA256);
    }
}
