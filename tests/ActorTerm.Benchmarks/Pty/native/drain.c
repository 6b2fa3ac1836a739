/*
 * drain TERMINALS FLOOD FILE MEGABYTES: runs that many floods, each on a pseudo-terminal, reads all they write and throws it away.
 * Prints megabytes per second, from the first byte to the last end. One terminal is read by a blocking loop, several by epoll.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/epoll.h>

#include "terminals.h"

static char buffer[65536];

static double began;
static long long total;

/* Returns 0 at the end of output. */
static int drain_once(int master)
{
    ssize_t count = read(master, buffer, sizeof buffer);
    if (count > 0) {
        if (total == 0) began = now();
        total += count;
        return 1;
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN);
}

static void drain_all(int terminals, const int *masters)
{
    int set = epoll_create1(EPOLL_CLOEXEC);
    for (int i = 0; i < terminals; i++) {
        struct epoll_event interest = { .events = EPOLLIN, .data.fd = masters[i] };
        fcntl(masters[i], F_SETFL, O_RDWR | O_NONBLOCK);
        epoll_ctl(set, EPOLL_CTL_ADD, masters[i], &interest);
    }

    struct epoll_event ready[256];
    for (int left = terminals; left > 0;) {
        int count = epoll_wait(set, ready, 256, -1);
        for (int i = 0; i < count; i++) {
            if (drain_once(ready[i].data.fd)) continue;
            close(ready[i].data.fd);
            left--;
        }
    }
}

int main(int argc, char **argv)
{
    int terminals = argc == 5 ? atoi(argv[1]) : 0;
    if (terminals < 1 || terminals > 1000) return 2;

    static int masters[1000];
    char *flood[] = { argv[2], argv[3], argv[4], NULL };
    for (int i = 0; i < terminals; i++) masters[i] = start(flood);

    if (terminals == 1) {
        while (drain_once(masters[0])) continue;
    } else {
        drain_all(terminals, masters);
    }

    printf("%.3f\n", (double)total / 1e6 / (now() - began));
    return 0;
}
