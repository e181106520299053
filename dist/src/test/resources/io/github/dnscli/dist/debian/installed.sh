# What becomes of the package in a Debian without Java: installs, uses and removes it.
exec 2>&1
command -v java || echo 'java: none'
dpkg --install /dns-cli.deb >/dev/null
dpkg-query --show --showformat '${Package}: ${Status}\n' dns-cli
dpkg --verify dns-cli
echo "files differ: $?, servers started: $(systemctl list-units --no-legend 'oserve-*' | wc -l)"
# The launcher opens libjvm.so before all others, which find it by its name.
find /usr/lib/dns-cli -name '*.so' -o -path '*/bin/java' |
  LD_LIBRARY_PATH=$(dirname "$(find /usr/lib/dns-cli -name libjvm.so)") xargs ldd 2>&1 | grep 'not found'

for program in ozone onotify oupdate ocertify otlsa-fetch oserve osh; do
  [ -e "/usr/bin/$program" ] || continue
  echo "$program --version: $("$program" --version | sed 's/ .*/ VERSION/')"
  "$program" --help >/dev/null 2>&1
  echo "$program --help: $?"
  MANWIDTH=200 man "$program" >page
  grep -q "^ *$program - " page && echo "man $program: found"
  bash -c '. /usr/share/bash-completion/bash_completion; __load_completion "$1"; complete -p "$1"' bash "$program" |
    grep -q -- "-F" && echo "bash: $program completes"
  echo "fish: $(fish -c "complete -C '$program --verbosi'" | cut -f 1)"
done

echo "zsh:" $(zsh -fc 'autoload -Uz compinit; compinit -u -D; print -r -- ${(ou)_comps[(R)_o*]}' | tr ' ' '\n' |
  while read -r function; do [ -e "/usr/share/zsh/vendor-completions/$function" ] && echo "$function"; done)

mkdir zones
cat >zones/example.test <<'ZONE'
$TTL 3600
@   SOA ns1 hostmaster 1 7200 900 1209600 300
@   NS  ns1
ns1 A   127.0.0.1
ZONE
ozone zones/example.test
echo "ozone: $?"

# The server's state folder becomes its own when it starts.
mkdir -p /etc/oserve /etc/systemd/system/oserve-primary.service.d /etc/systemd/system/oserve-secondary.service.d /var/lib/private/oserve
mv zones /var/lib/private/oserve/
(umask 077 && echo "k._update.example.test:SHA256:$(head -c 32 /dev/urandom | base64)" >/etc/oserve/keys)
printf '%s\n' '--zones /var/lib/oserve/zones' '--listen 127.0.0.1' >/etc/oserve/primary.options
printf '%s\n' '--keys /run/credentials/oserve-secondary.service/keys' '--primary 127.0.0.1=k._update.example.test' '--zone example.test' '--listen 127.0.0.2' >/etc/oserve/secondary.options
printf '[Service]\nLoadCredential=keys:/etc/oserve/keys\n' |
  tee /etc/systemd/system/oserve-primary.service.d/keys.conf >/etc/systemd/system/oserve-secondary.service.d/keys.conf
systemctl daemon-reload
systemctl start oserve-primary
timeout 60 sh -c 'until journalctl --unit oserve-primary | grep -q "listening on"; do sleep 0.2; done'
oupdate 127.0.0.1 @/etc/oserve/keys www.example.test 192.0.2.7
echo "oupdate: $?"
grep '^www' /var/lib/oserve/zones/example.test
systemctl start oserve-secondary
timeout 60 sh -c 'until osh -c "dig --server 127.0.0.2 --short www.example.test A" 2>/dev/null | grep .; do sleep 0.2; done'
for server in oserve-secondary oserve-primary; do
  systemctl stop "$server"
  echo "$server: $(systemctl is-failed "$server")"
done
journalctl --priority warning --unit 'oserve-*' --quiet --output cat

for unit in oserve-primary.service oserve-secondary.service oserve-certifier.service otlsa-fetch@www.example.test.timer; do
  systemd-analyze verify "$unit"
  echo "$unit: verified with $?, $(systemctl is-enabled "$unit")"
done
ls /usr/share/doc/dns-cli/copyright /usr/share/doc/dns-cli/changelog.Debian.gz /usr/share/doc/dns-cli/dns-cli.cdx.json

rm -r /etc/oserve /etc/systemd/system/oserve-*.service.d /var/lib/oserve* /var/lib/private/oserve*
systemctl enable --now --quiet otlsa-fetch@www.example.test.timer
dpkg --purge dns-cli >/dev/null
echo "otlsa-fetch@www.example.test.timer: $(systemctl is-active otlsa-fetch@www.example.test.timer)"
# systemd's own notes of when a timer went off are left out.
echo "left: $(find / -xdev \( -name '*dns-cli*' -o -name '*oserve*' -o -name '*otlsa*' \) ! -path '/proc/*' ! -path '/sys/*' ! -path '/var/cache/man/*' ! -path '/var/lib/systemd/timers/*' ! -name dns-cli.deb)"
