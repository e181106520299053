package io.github.dnscli.oserve.demo;

import java.io.IOException;
import java.io.Serial;

/// A step of the demo did not come out as it must.
final class DemoFailed extends IOException {

    @Serial private static final long serialVersionUID = 1;

    DemoFailed(String message) {
        super(message);
    }
}
