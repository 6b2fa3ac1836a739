/* rawecho: puts its terminal into raw mode, says R, and then writes back whatever is typed. */
#include <termios.h>
#include <unistd.h>

int main(void)
{
    struct termios settings;
    if (tcgetattr(STDIN_FILENO, &settings) != 0) return 1;

    cfmakeraw(&settings);
    if (tcsetattr(STDIN_FILENO, TCSANOW, &settings) != 0 || write(STDOUT_FILENO, "R", 1) != 1) return 1;

    char typed[64];
    for (ssize_t count; (count = read(STDIN_FILENO, typed, sizeof typed)) > 0;) {
        if (write(STDOUT_FILENO, typed, (size_t)count) != count) return 1;
    }

    return 0;
}
