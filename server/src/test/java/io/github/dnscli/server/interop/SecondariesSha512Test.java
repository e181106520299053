package io.github.dnscli.server.interop;

import io.github.dnscli.common.key.TsigAlgorithm;

class SecondariesSha512Test extends SecondariesTest {

    SecondariesSha512Test() {
        super(TsigAlgorithm.SHA512);
    }
}
