package io.github.dnscli.certificate.service;

import java.util.function.Consumer;

/// Passes events on, and keeps what a listener throws from ending the work.
///
/// @param listener somebody else's code
record GuardedListener(Consumer<IdentityEvent> listener) implements Consumer<IdentityEvent> {

    private static final System.Logger LOG = System.getLogger(GuardedListener.class.getName());

    @Override
    public void accept(IdentityEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "a listener failed", fault);
        }
    }
}
