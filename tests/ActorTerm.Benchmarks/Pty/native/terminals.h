/* A program on a new pseudo-terminal, the plain way. */
#ifndef TERMINALS_H
#define TERMINALS_H

#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Returns the master. The program inherits no other descriptor. */
static int start(char *const arguments[])
{
    struct winsize size = { .ws_row = 25, .ws_col = 80 };
    int master;
    pid_t child = forkpty(&master, NULL, NULL, &size);
    if (child < 0) {
        perror("forkpty");
        exit(1);
    }
    if (child == 0) {
        for (int other = 3; other < 1024; other++) close(other);
        execv(arguments[0], arguments);
        _exit(127);
    }
    return master;
}

#endif
