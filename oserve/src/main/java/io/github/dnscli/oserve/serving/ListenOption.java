package io.github.dnscli.oserve.serving;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Addresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// An address to listen at, as users write it: `127.0.0.1:53`, `[::1]:53`, either without the port, or with `#` for the
/// last colon.
///
/// @param address an address literal
/// @param port 0 to 65535; 0 takes a free one
public record ListenOption(String address, int port) {

    private static final int DNS = 53;
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]*)](?:[:#](\\d{1,5}))?");
    private static final Pattern HASH = Pattern.compile("([^#]*)#(\\d{1,5})");
    private static final Pattern COLON = Pattern.compile("([^:#]*):(\\d{1,5})");

    /// {@return the address that a text means, with the port of the DNS if it says none}
    ///
    /// @throws TypeConversionException if it means none
    public static ListenOption parse(String text) {
        return parse(text, DNS);
    }

    /// {@return the address that a text means}
    ///
    /// @param usual the port if it says none
    /// @throws TypeConversionException if it means none
    public static ListenOption parse(String text, int usual) {
        for (var form : new Pattern[] {BRACKETS, HASH, COLON}) {
            var match = form.matcher(text);
            if (match.matches()) {
                return of(match.group(1), match.group(2) == null ? usual : port(match.group(2)));
            }
        }
        return of(text, usual);
    }

    private static ListenOption of(String address, int port) {
        try {
            InetAddress.ofLiteral(address);
            return new ListenOption(address, port);
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException(
                    "'127.0.0.1:53' and '[::1]:53' would be; host names are not looked up");
        }
    }

    /// {@return where a server listens}
    public static ListenOption of(InetSocketAddress bound) {
        String address = Addresses.data(bound.getAddress()).text(DomainName.ROOT);
        return new ListenOption(address, bound.getPort());
    }

    /// {@return whether only this machine reaches it}
    public boolean isLoopback() {
        return InetAddress.ofLiteral(address).isLoopbackAddress();
    }

    private static int port(String digits) {
        int port = Integer.parseInt(digits);
        if (port > 65535) {
            throw new TypeConversionException("a port is a number from 0 to 65535");
        }
        return port;
    }

    /// {@return the form that users write}
    @Override
    public String toString() {
        return address.contains(":") ? "[" + address + "]:" + port : address + ":" + port;
    }
}
