package io.github.dnscli.gitstore.repository;

import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;

/// Has no passphrase for a key, and remembers that one was wanted.
final class NoPassphrase implements KeyPasswordProvider {

    private volatile boolean isWanted;

    /// Whether a key turned out to have one.
    boolean isWanted() {
        return isWanted;
    }

    @Override
    public char[] getPassphrase(URIish key, int attempt) {
        isWanted = true;
        return new char[0];
    }

    @Override
    public void setAttempts(int attempts) {
        // There is none to make.
    }

    @Override
    public boolean keyLoaded(URIish key, int attempt, Exception failure) {
        return false;
    }
}
