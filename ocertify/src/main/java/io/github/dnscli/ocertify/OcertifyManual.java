package io.github.dnscli.ocertify;

import io.github.dnscli.cli.Manual;

/// The manual page of `ocertify`, beyond its options.
final class OcertifyManual {

    static final Manual PAGE =
            Manual.of(
                            """
                            A certificate file that is good already ends the matter: for the private key, exactly \
                            HOST and the additional names, trusted, and with a third of its lifetime left (half of it \
                            if that is shorter than ten days).""",
                            """
                            Otherwise the TLSA records at _letsencrypt._tcp.HOST are looked at, following aliases. A \
                            certificate there that answers the request is verified, with the chain above it, and \
                            stored. If there is none, the request is put there as a record 'TLSA 3 255 0', TTL 3600, \
                            and at the same place of every additional name, which proves the right to ask for it; the \
                            place of *.example.com is that of example.com. Older requests for HOST are replaced, \
                            certificates and the requests of others stay. Then ocertify waits for the certifier. If \
                            that takes longer, run it again: what is there already is not done twice.""",
                            """
                            The private key is made if there is none, in a file that only its owner can read. The \
                            request is made anew when it does not fit the key or the names. The zones to update are \
                            found by asking for SOA records, or told by the name of the TSIG key. Names in several \
                            zones take an update for each, that of HOST last.""",
                            """
                            Where the key lives in a device, its request can be sent for it: with --no-key the file of \
                            --csr goes up as it is, and no key is looked for.""",
                            """
                            Everything is verified before it is stored: a certificate of a private authority needs \
                            the authority's root, named with --ca. New keys are on the curve P-256, where the \
                            original makes RSA keys of 4096 bits, which '--type rsa' still does.""")
                    .example(
                            "Get a certificate for two names.",
                            "ocertify --dns-key @update.key --additional example.com ns1.example.com www.example.com")
                    .example(
                            "Later, on a machine without a TSIG key, see if it is there.",
                            "ocertify --additional example.com ns1.example.com www.example.com")
                    .example(
                            "For a device that has made its key and its request itself.",
                            "ocertify --dns-key @update.key --no-key --csr device.csr ns1.example.com device.example.com")
                    .file(
                            "HOST.key",
                            "The private key (PKCS #8, mode 0600), unless --key names another file.")
                    .file(
                            "HOST.req",
                            "The signing request (PKCS #10), unless --csr names another file.")
                    .file(
                            "HOST.pem",
                            "The certificate and those of the authorities above it, without the root, unless --certificate names another file.")
                    .variable("DNSCLI_KEY", "The TSIG key, unless --dns-key is given.")
                    .variable(
                            "SSL_CERT_FILE",
                            "A file of trusted root certificates, unless --ca is given.")
                    .seeAlso("otlsa-fetch(1)", "oupdate(1)", "nsupdate(1)");

    private OcertifyManual() {}
}
