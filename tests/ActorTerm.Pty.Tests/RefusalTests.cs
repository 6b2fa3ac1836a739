using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class RefusalTests : PtyHostTests
{
    [Theory]
    [InlineData("/no/such/program", null, PtySpawnFailure.NoSuchFile, "ENOENT", "no such file: /no/such/program")]
    [InlineData("no-such-program", null, PtySpawnFailure.NoSuchFile, "ENOENT", "no program \"no-such-program\" in PATH (/usr/local/bin:/usr/bin:/bin)")]
    [InlineData("", null, PtySpawnFailure.NoSuchFile, "ENOENT", "no program was named")]
    [InlineData("/etc/passwd/program", null, PtySpawnFailure.NoSuchFile, "ENOTDIR", "no file can be at /etc/passwd/program")]
    [InlineData("/etc/passwd", null, PtySpawnFailure.NotExecutable, "EACCES", "/etc/passwd is not executable")]
    [InlineData("/etc", null, PtySpawnFailure.NotExecutable, "EACCES", "/etc is a directory")]
    [InlineData("{0}/plain", null, PtySpawnFailure.NotExecutable, "ENOEXEC", "neither a program nor a script with an interpreter line")]
    [InlineData("{0}/orphan", null, PtySpawnFailure.NotExecutable, "ENOENT", "names an interpreter that does not exist")]
    [InlineData("/bin/true", "/no/such/directory", PtySpawnFailure.BadDirectory, "ENOENT", "the working directory /no/such/directory does not exist")]
    [InlineData("/bin/true", "/etc/passwd", PtySpawnFailure.BadDirectory, "ENOTDIR", "the working directory /etc/passwd is a file")]
    public async Task A_refused_start_says_what_stood_in_the_way(string file, string? directory, PtySpawnFailure failure, string error, string message)
    {
        await using var folder = new Folder();
        folder.AddProgram("plain", "just text\n");
        folder.AddProgram("orphan", "#!/no/such/interpreter\n");
        var options = PtyProbe.Program(string.Format(null, file, folder.Path)) with { WorkingDirectory = directory };

        var refusal = await Assert.ThrowsAsync<PtySpawnException>(() => RunAsync(options));

        Assert.Equal((failure, error), (refusal.Failure, refusal.ErrorName));
        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public async Task A_name_that_only_non_executable_files_bear_is_refused_as_such()
    {
        await using var folder = new Folder();
        string path = folder.AddProgram("data", "#!/bin/sh\n", UnixFileMode.UserRead);
        var options = PtyProbe.Program("data") with { Environment = new Dictionary<string, string> { ["PATH"] = folder.Path } };

        var refusal = await Assert.ThrowsAsync<PtySpawnException>(() => RunAsync(options));

        Assert.Equal(PtySpawnFailure.NotExecutable, refusal.Failure);
        Assert.Contains($"{path} is not executable", refusal.Message);
    }

    [Fact]
    public async Task Too_long_arguments_are_refused()
    {
        var options = PtyProbe.Program("/bin/echo", new string('x', 4 * 1024 * 1024));

        var refusal = await Assert.ThrowsAsync<PtySpawnException>(() => RunAsync(options));

        Assert.Equal((PtySpawnFailure.ArgumentsTooLong, "E2BIG"), (refusal.Failure, refusal.ErrorName));
    }

    [Fact]
    public async Task Texts_with_nul_and_impossible_variable_names_are_arguments_out_of_order()
    {
        var program = PtyProbe.Program("/bin/true");

        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(program with { Arguments = ["a\0b"] }));
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(program with { Argv0 = "\0" }));
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(program with { FileName = "/bin/true\0" }));
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(program with { WorkingDirectory = "/\0" }));
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(program with { Environment = new Dictionary<string, string> { ["A=B"] = "" } }));
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(program with { Environment = new Dictionary<string, string> { [""] = "" } }));
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(80, 0)]
    [InlineData(-1, 24)]
    [InlineData(80, 65536)]
    public async Task A_size_that_winsize_cannot_hold_is_refused(int columns, int rows)
    {
        var options = PtyProbe.Program("/bin/true") with { Columns = columns, Rows = rows };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RunAsync(options));
    }

    [Fact]
    public async Task A_host_that_was_disposed_of_starts_nothing()
    {
        var host = new LinuxPtyHost();
        await host.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => PtyProbe.StartAsync(host, PtyProbe.Program("/bin/true")));
    }
}
