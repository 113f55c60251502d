package dev.tradeoff.promises;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A way to PostgreSQL on which things get lost: what is said to the sessions that listen, or all that they and the server say
 * to each other. Neither end is told.
 */
final class FaultyWire implements AutoCloseable {

    private static final byte NOTIFICATION = 'A';
    private static final String LISTEN = "listen tradeoff_published";

    private final ServerSocket entrance;
    private final int server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean notificationsGetLost;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();

    /** @param server the port of PostgreSQL */
    FaultyWire(int server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void loseNotifications(boolean lost) {
        notificationsGetLost = lost;
    }

    /**
     * Lets nothing pass any more on the connections over which somebody listens; others, and later ones, are whole.
     *
     * @return how many there are, those included that one end has left
     */
    int freezeListeners() {
        var listeners = wires.stream().filter(wire -> wire.listening).toList();
        listeners.forEach(wire -> wire.frozen = true);
        return listeners.size();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        entrance.close();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        var wire = new Wire();
        wires.add(wire);
        try (client;
                var there = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var back = Thread.ofVirtual().start(() -> wire.carry(there, client, false));
            wire.carry(client, there, true);
            back.join();
        } catch (IOException | InterruptedException e) {
            // as a wire that is cut: both ends are closed
        } finally {
            wires.remove(wire);
        }
    }

    /** One connection. */
    private final class Wire {

        private volatile boolean listening;
        private volatile boolean frozen;

        void carry(Socket from, Socket to, boolean toServer) {
            var buffer = new byte[64 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (toServer && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(LISTEN)) {
                        listening = true;
                    }
                    if (frozen) {
                        closed.await();
                    }
                    boolean lost = !toServer && notificationsGetLost && buffer[0] == NOTIFICATION;
                    if (!lost) {
                        out.write(buffer, 0, read);
                        out.flush();
                    }
                }
                to.shutdownOutput();
            } catch (IOException | InterruptedException cut) {
                close(from);
                close(to);
            }
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
