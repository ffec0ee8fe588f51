"""Nothing is fetched from an address that is not public, however it is reached."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from loopback import Reply, local_fetcher, redirect, serving

from crossread.errors import InputError
from crossread.fetching import Fetcher, FetchSettings
from crossread.fetching.addresses import is_public, resolve

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1
    224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe ::ffff:100.64.0.1 64:ff9b::7f00:1
    64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1 2001:db8::1 2001:10::1 2002:7f00:1::
    2002:c0a8:101::1 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1
    localhost 1.2.3 1.2.3.4.5 0x7f.0.0.1 01.1.1.1 http://1.1.1.1""".split(),
)
def test_a_private_or_special_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    """1.1.1.1 93.184.216.34 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1 223.255.255.1
    2606:4700::1111 2a00:1450:4001::1 ::ffff:1.1.1.1 64:ff9b::101:101 2002:101:101::1""".split(),
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_the_system_finds_this_machine_and_says_when_it_finds_nothing() -> None:
    assert set(resolve("localhost", 80)) <= {"127.0.0.1", "::1"}
    assert resolve("2130706433", 80) == ["127.0.0.1"]
    with pytest.raises(OSError, match="not a host name"):
        resolve("a" * 70 + ".example", 80)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST.", "2130706433", "0x7f.1", "127.1"])
def test_this_machine_is_refused_by_whatever_name(tmp_path: Path, host: str) -> None:
    with (
        serving({"/": "secret"}) as server,
        Fetcher(FetchSettings(delay=0, cache=str(tmp_path), allow_hosts=("other.test",))) as fetcher,
    ):
        with pytest.raises(InputError, match=r"private or reserved address.*add \S+ to allow_hosts"):
            fetcher.get(server.url("/", host))
        assert server.paths == []


def test_this_machine_is_refused_by_its_sixth_version_address(tmp_path: Path) -> None:
    with Fetcher(FetchSettings(delay=0, cache=str(tmp_path))) as fetcher:
        for host in ("[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]"):
            with pytest.raises(InputError, match="private or reserved address"):
                fetcher.get(f"http://{host}/")


@pytest.mark.parametrize(
    ("allowed", "asked"),
    [("127.0.0.1", "127.0.0.1"), ("LocalHost", "localhost"), ("localhost.", "localhost"), ("localhost", "LOCALHOST.")],
)
def test_a_host_that_is_allowed_by_name_is_asked(tmp_path: Path, allowed: str, asked: str) -> None:
    with (
        serving({"/": "page"}) as server,
        Fetcher(FetchSettings(delay=0, cache=str(tmp_path), allow_hosts=(allowed,))) as fetcher,
    ):
        assert fetcher.get(server.url("/", asked)).data == b"page"


def test_an_address_of_the_sixth_version_is_asked_by_its_name_in_brackets(tmp_path: Path) -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    try:
        with serving({"/": "page"}, host="::1") as server, local_fetcher(tmp_path, hosts=["[::1]"]) as fetcher:
            assert fetcher.get(server.url()).data == b"page"
            assert server.requests[-1].headers["Host"] == f"[::1]:{server.server_port}"
    except OSError as error:
        pytest.skip(f"no IPv6 loopback here: {error}")


def test_a_name_that_is_no_host_in_allow_hosts_is_named(tmp_path: Path) -> None:
    with (
        local_fetcher(tmp_path, hosts=["bücher..example"]) as fetcher,
        pytest.raises(InputError, match="allow_hosts: 'bü"),
    ):
        fetcher.get("http://example.org/")


def test_a_redirect_to_this_machine_is_not_followed(tmp_path: Path) -> None:
    with serving({"/secret": "secret"}) as inner, serving({"/": redirect(inner.url("/secret", "inner.test"))}) as outer:
        with (
            local_fetcher(tmp_path, hosts=["outer.test"]) as fetcher,
            pytest.raises(
                InputError, match=r"redirected to http://inner\.test\S+\): inner\.test \(127\.0\.0\.1\) is a pr"
            ),
        ):
            fetcher.get(outer.url("/", "outer.test"))
        assert inner.paths == []


class Dialling:
    """Connects to a server on loopback whatever the address, and remembers the address."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[str] = []

    def __call__(self, address: tuple[str, int], timeout: float) -> socket.socket:
        self.dialled.append(address[0])
        return socket.create_connection(("127.0.0.1", self.port), timeout)


def test_a_name_that_turns_private_after_the_first_lookup_is_refused(tmp_path: Path) -> None:
    lookups = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]]
    with serving({"/": "secret"}) as server:
        dial = Dialling(server.server_port)
        fetcher = Fetcher(
            FetchSettings(delay=0, cache=str(tmp_path)), resolve=lambda host, port: lookups.pop(0), connect=dial
        )
        with fetcher, pytest.raises(InputError, match=r"rebind\.test \(127\.0\.0\.1\) is a private"):
            fetcher.get("http://rebind.test/")
        assert (server.paths, dial.dialled) == (["/robots.txt"], [PUBLIC])
        assert len(lookups) == 1  # one for each connection: none between the check and the use


def test_a_connection_goes_to_the_address_that_was_checked(tmp_path: Path) -> None:
    lookups: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        lookups.append(host)
        return [PUBLIC]

    with serving({"/": "page"}) as server:
        dial = Dialling(server.server_port)
        with Fetcher(FetchSettings(delay=0, cache=str(tmp_path)), resolve=look_up, connect=dial) as fetcher:
            assert fetcher.get("http://news.test/").data == b"page"
        assert (lookups, dial.dialled) == (["news.test"] * 2, [PUBLIC] * 2)
        assert {request.headers["Host"] for request in server.requests} == {"news.test"}


def test_one_private_address_among_public_ones_is_enough(tmp_path: Path) -> None:
    with serving({"/": "secret"}) as server:
        dial = Dialling(server.server_port)
        settings = FetchSettings(delay=0, cache=str(tmp_path))
        with (
            Fetcher(settings, resolve=lambda host, port: [PUBLIC, "10.0.0.1"], connect=dial) as fetcher,
            pytest.raises(InputError, match=r"mixed\.test \(10\.0\.0\.1\)"),
        ):
            fetcher.get("http://mixed.test/")
        assert dial.dialled == []


def test_the_next_address_is_tried_when_one_does_not_answer(tmp_path: Path) -> None:
    tried: list[str] = []

    with serving({"/": "page"}) as server:

        def connect(address: tuple[str, int], timeout: float) -> socket.socket:
            tried.append(address[0])
            if address[0] == "2606:4700::1":
                raise OSError(101, "Network is unreachable")
            return socket.create_connection(("127.0.0.1", server.server_port), timeout)

        settings = FetchSettings(delay=0, cache=str(tmp_path))
        with Fetcher(settings, resolve=lambda host, port: ["2606:4700::1", PUBLIC], connect=connect) as fetcher:
            assert fetcher.get("http://two.test/").data == b"page"
    assert tried == ["2606:4700::1", PUBLIC] * 2


@pytest.mark.parametrize(
    ("code", "what", "lookups"),
    [(socket.EAI_NONAME, "there is no host called gone.test", 1), (socket.EAI_AGAIN, "cannot be looked up", 3)],
)
def test_a_name_that_leads_nowhere_is_named(tmp_path: Path, code: int, what: str, lookups: int) -> None:
    asked: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        raise socket.gaierror(code, "no")

    settings = FetchSettings(delay=0, cache=str(tmp_path))
    with Fetcher(settings, resolve=look_up, pause=lambda seconds: None) as fetcher:
        for path in "ab":  # the second is not even tried: the host was found not to answer
            with pytest.raises(InputError, match=f"http://gone.test/{path}: .*{what}"):
                fetcher.get(f"http://gone.test/{path}")
    assert len(asked) == lookups


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    with socket.socket() as unused, local_fetcher(tmp_path, retries=0) as fetcher:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(InputError, match=r"the server cannot be reached \(connection refused\)"):
            fetcher.get(f"http://127.0.0.1:{unused.getsockname()[1]}/")


def test_a_proxy_of_the_environment_is_not_used_and_the_error_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({"/": "page"}) as server, serving({}) as proxy, local_fetcher(tmp_path, retries=0) as fetcher:
        monkeypatch.setenv("HTTP_PROXY", proxy.url())
        assert fetcher.get(server.url()).data == b"page"
        assert proxy.paths == []
        with pytest.raises(InputError, match=r"cannot be reached .*the proxy the environment names is not used"):
            fetcher.get("http://127.0.0.1:1/")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A self-signed certificate for news.test with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, chain, both = tmp_path / "key.pem", tmp_path / "chain.pem", tmp_path / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=news.test"]
    command += ["-addext", "subjectAltName=DNS:news.test", "-keyout", str(key), "-out", str(chain)]
    subprocess.run(command, check=True, capture_output=True)
    both.write_bytes(key.read_bytes() + chain.read_bytes())
    return both


def test_a_certificate_nobody_vouches_for_is_named(tmp_path: Path, certificate: Path) -> None:
    with (
        serving({"/": "page"}, certificate=certificate) as server,
        local_fetcher(tmp_path, hosts=["news.test"]) as fetcher,
        pytest.raises(InputError, match=r"the certificate of news\.test does not hold \(self-signed certificate\)"),
    ):
        fetcher.get(server.url("/", "news.test"))


def test_the_certificate_must_be_that_of_the_name_and_not_of_the_address(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "SSL_CERT_FILE", str(certificate))
    with (
        serving({"/": "page"}, certificate=certificate) as server,
        local_fetcher(tmp_path, hosts=["news.test", "other.test"]) as fetcher,
    ):
        assert fetcher.get(server.url("/", "news.test")).data == b"page"
        with pytest.raises(InputError, match=r"other\.test does not hold \(Hostname mismatch"):
            fetcher.get(server.url("/", "other.test"))


def test_a_server_without_encryption_behind_https_is_named(tmp_path: Path) -> None:
    with (
        serving({"/": Reply("page")}) as server,
        local_fetcher(tmp_path) as fetcher,
        pytest.raises(InputError, match="no encrypted connection came about"),
    ):
        fetcher.get(server.url().replace("http:", "https:"))
