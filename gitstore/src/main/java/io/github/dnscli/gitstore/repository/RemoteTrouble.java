package io.github.dnscli.gitstore.repository;

import java.io.IOException;

/// The remote repository cannot be used right now. The message is for people and holds no secret.
public final class RemoteTrouble extends IOException {

    private static final long serialVersionUID = 1;

    /// Makes one.
    public RemoteTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
