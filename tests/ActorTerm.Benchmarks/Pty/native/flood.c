/* flood FILE MEGABYTES: writes the file to standard output again and again, 16 KiB at a time. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc != 3) return 2;

    int file = open(argv[1], O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0 || status.st_size < 16384) return 3;

    char *text = malloc((size_t)status.st_size);
    if (text == NULL || read(file, text, (size_t)status.st_size) != status.st_size) return 3;

    long left = atol(argv[2]) * 1000000L;
    for (long at = 0; left > 0;) {
        long length = left < 16384 ? left : 16384;
        if (at + length > status.st_size) at = 0;
        ssize_t written = write(STDOUT_FILENO, text + at, (size_t)length);
        if (written < 0) {
            if (errno == EINTR) continue;
            return 4;
        }
        at += written;
        left -= written;
    }

    return 0;
}
