/*
 * keys KEYS RAWECHO FLOODS FLOOD FILE: types keys into a raw-mode echo program, each when the one before has come back, while so many floods are read
 * and thrown away by the same loop. Prints the 99th percentile of the time from key to echo, in milliseconds.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/epoll.h>

#include "terminals.h"

static char buffer[65536];

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int main(int argc, char **argv)
{
    int keys = argc == 6 ? atoi(argv[1]) : 0;
    if (keys < 1) return 2;

    char *rawecho[] = { argv[2], NULL };
    char *flood[] = { argv[4], argv[5], "1000000", NULL };
    double *times = calloc((size_t)keys, sizeof *times);
    int set = epoll_create1(EPOLL_CLOEXEC);
    int echo = start(rawecho);
    if (read(echo, buffer, 1) != 1) return 3;      /* it is ready */

    for (int i = -1; i < atoi(argv[3]); i++) {
        int master = i < 0 ? echo : start(flood);
        struct epoll_event interest = { .events = EPOLLIN, .data.fd = master };
        fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK);
        epoll_ctl(set, EPOLL_CTL_ADD, master, &interest);
    }

    double typed = now();
    if (write(echo, "k", 1) != 1) return 3;

    struct epoll_event ready[256];
    for (int done = 0; done < keys;) {
        int count = epoll_wait(set, ready, 256, -1);
        for (int i = 0; i < count && done < keys; i++) {
            ssize_t length = read(ready[i].data.fd, buffer, sizeof buffer);
            if (length < 0 && errno != EAGAIN && errno != EINTR) return 4;
            if (length < 1 || ready[i].data.fd != echo) continue;

            double time = now();
            times[done++] = time - typed;
            typed = time;
            if (done < keys && write(echo, "k", 1) != 1) return 3;
        }
    }

    qsort(times, (size_t)keys, sizeof *times, compare);
    printf("%.6f\n", times[(long)keys * 99 / 100] * 1000);
    return 0;                                      /* the masters close, and that ends the programs */
}
