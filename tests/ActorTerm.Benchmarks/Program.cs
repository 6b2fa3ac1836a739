using ActorTerm.Benchmarks.Api;
using ActorTerm.Benchmarks.Compose;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Kernel;
using ActorTerm.Benchmarks.Language;
using ActorTerm.Benchmarks.Pty;
using ActorTerm.Benchmarks.Sessions;
using ActorTerm.Benchmarks.Soak;
using ActorTerm.Benchmarks.Terminal;

// Every suite, in the order of docs/benchmarks.md, which says how to write one.
ISuite[] all =
[
    new KernelSuite(),
    new ComposeSuite(),
    new LanguageSuite(),
    new ApiSuite(),
    new PtySuite(),
    new SessionsSuite(),
    new TerminalSuite(),
    new SoakSuite(),
];

const int Usage = 2;
var names = new List<string>();
ResultsFile? file = null;
var rounds = 9;
var only = "";
for (var i = 0; i < args.Length; i++)
{
    var option = args[i];
    if (!option.StartsWith("--", StringComparison.Ordinal)) names.Add(option);
    else if (++i == args.Length) return Fail($"{option} needs a value");
    else if (option == "--write") file = new ResultsFile(args[i]);
    else if (option == "--only") only = args[i];
    else if (option != "--rounds" || !int.TryParse(args[i], out rounds) || rounds < 1) return Fail($"{option} {args[i]} is not understood");
}

if (names.Find(name => all.All(suite => suite.Name != name)) is { } unknown) return Fail($"there is no suite '{unknown}'");

var report = new Report(Console.Out, file, rounds, only);
foreach (var suite in all.Where(suite => names.Count == 0 || names.Contains(suite.Name))) report.Run(suite);
return 0;

int Fail(string why)
{
    Console.Error.WriteLine($"{why}\nusage: ./build.sh bench [{string.Join('|', all.Select(suite => suite.Name))}]... [--rounds N] [--only TEXT] [--write FILE]");
    return Usage;
}
