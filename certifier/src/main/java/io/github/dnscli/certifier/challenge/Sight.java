package io.github.dnscli.certifier.challenge;

/// What a name server shows of proofs.
sealed interface Sight {

    /// All of them.
    record Served() implements Sight {}

    /// Not all of them, so far.
    ///
    /// @param what it shows or does in their place, for people
    record Missing(String what) implements Sight {}

    /// Nothing that one could see from here: there is no way to its kind of address.
    ///
    /// @param what the system says, for people
    record Unroutable(String what) implements Sight {}
}
