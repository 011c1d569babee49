"""A proxy in front of a real server: it speaks TLS, asks for a key, and can be slow or cut answers off."""

import datetime
import http.client
import ipaddress
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HERE = ipaddress.ip_address("127.0.0.1")


class Front(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), Passing)
        self.behind = urlsplit(behind).netloc
        self.scheme = "http"
        # What it asks for, and how it treats answers.
        self.api_key = ""
        self.delay = 0.0
        self.cuts = False
        self.asked = 0

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_port}"

    def speak_tls(self, folder: Path) -> Path:
        """Answers the file of the authority that signed its certificate: itself."""
        certificate, key = folder / "front.pem", folder / "front.key"
        write_certificate(certificate, key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.scheme = "https"
        return certificate

    def handle_error(self, request, client_address) -> None:
        """A client that trusts nobody here hangs up: that is its right."""


class Passing(BaseHTTPRequestHandler):
    server: Front
    protocol_version = "HTTP/1.1"

    def pass_on(self) -> None:
        self.server.asked += 1
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.server.api_key and self.headers.get("Authorization") != f"ApiKey {self.server.api_key}":
            self.answer(401, {"Content-Type": "application/json"}, b'{"error": "no key", "status": 401}')
            return
        time.sleep(self.server.delay)
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        with closing(http.client.HTTPConnection(self.server.behind, timeout=60)) as behind:
            behind.request(self.command, self.path, body, headers)
            answer = behind.getresponse()
            kept = {name: value for name, value in answer.getheaders() if name.lower() not in UNPASSED}
            self.answer(answer.status, kept, answer.read())

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = pass_on

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.server.cuts:
            self.close_connection = True
            body = body[: len(body) // 2]
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args) -> None:
        pass


UNPASSED = {"content-length", "transfer-encoding", "connection"}


def write_certificate(certificate: Path, key_file: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "tests/services/front")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(HERE)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


@contextmanager
def in_front_of(behind: str, *, tls: Path | None = None) -> Iterator[tuple[Front, Path | None]]:
    front = Front(behind)
    authority = front.speak_tls(tls) if tls else None
    thread = threading.Thread(target=front.serve_forever, daemon=True)
    thread.start()
    try:
        yield front, authority
    finally:
        front.shutdown()
        front.server_close()
        thread.join()
