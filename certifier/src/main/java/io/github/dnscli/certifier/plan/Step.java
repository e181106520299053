package io.github.dnscli.certifier.plan;

import io.github.dnscli.certifier.policy.Asked;
import io.github.dnscli.certifier.policy.Place;
import java.time.Instant;
import java.util.List;

/// What is to be done about one signing request, wherever it stands.
public sealed interface Step {

    /// {@return what the request is remembered by}
    String id();

    /// Order a certificate and write it to all places.
    ///
    /// @param why what is wrong with the certificates there, for people
    record Issue(Wish wish, String why) implements Step {
        @Override
        public String id() {
            return wish.id();
        }
    }

    /// Write a certificate that is good, and was issued before.
    ///
    /// @param chain the certificate and all that belongs to it
    /// @param lacking the places where it is missing
    record Publish(Wish wish, IssuedChain chain, List<Place> lacking) implements Step {
        @Override
        public String id() {
            return wish.id();
        }
    }

    /// Do nothing: the certificate is good in all places.
    ///
    /// @param chain the one that lasts longest
    /// @param due when to renew the first of them
    record Rest(Wish wish, IssuedChain chain, Instant due) implements Step {
        @Override
        public String id() {
            return wish.id();
        }
    }

    /// Grant nothing.
    ///
    /// @param asked what stands there, which may be no request
    /// @param places where it stands
    /// @param reason why, for people
    record Refuse(Asked asked, List<Place> places, String reason) implements Step {
        @Override
        public String id() {
            return asked.id();
        }
    }
}
