package io.github.dnscli.server.interop;

import io.github.dnscli.common.key.TsigAlgorithm;

class SecondariesSha256Test extends SecondariesTest {

    SecondariesSha256Test() {
        super(TsigAlgorithm.SHA256);
    }
}
