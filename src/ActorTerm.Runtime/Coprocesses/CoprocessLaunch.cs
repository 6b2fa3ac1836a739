using ActorTerm.Pty.Piping;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Coprocesses;

/// <summary>Works out what a coprocess runs, where, and with which environment. It looks at directories, so not on an actor's thread.</summary>
internal static class CoprocessLaunch
{
    public static async Task<PipeOptions> Of(CoprocessBirth birth)
    {
        var job = await birth.JobDirectory.ConfigureAwait(false);
        return await Task.Run(() =>
        {
            string?[] directories = [birth.ReportedDirectory, job, .. birth.OtherDirectories];
            var directory = directories.FirstOrDefault(Directory.Exists) ?? "/";
            var argv = birth.Request.Command.Argv;
            var environment = new Dictionary<string, string>(birth.Environment) { ["PWD"] = directory };
            foreach (var (name, value) in birth.Request.Command.Variables) environment[name] = value;
            return new PipeOptions
            {
                FileName = argv[0],
                Arguments = [.. argv.Skip(1)],
                Environment = environment,
                WorkingDirectory = directory,
            };
        }).ConfigureAwait(false);
    }
}
