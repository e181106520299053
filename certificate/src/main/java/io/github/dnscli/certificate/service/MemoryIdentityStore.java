package io.github.dnscli.certificate.service;

import java.util.Optional;

/// Keeps a key and a chain until the process ends.
final class MemoryIdentityStore implements IdentityStore {

    private Optional<String> key = Optional.empty();
    private Optional<String> chain = Optional.empty();

    @Override
    public synchronized Optional<String> readKey() {
        return key;
    }

    @Override
    public synchronized void writeKey(String pem) {
        key = Optional.of(pem);
    }

    @Override
    public synchronized Optional<String> readChain() {
        return chain;
    }

    @Override
    public synchronized void writeChain(String pem) {
        chain = Optional.of(pem);
    }
}
