using ActorTerm.Client;

namespace ActorTerm.Cli;

/// <summary>How every verb runs: connects, acts, and turns what goes wrong into one line on stderr and an exit code.</summary>
internal static class Verb
{
    /// <summary>A verb that speaks to a host.</summary>
    /// <param name="act">Returns the exit code.</param>
    public static void OnHost(this Command command, Func<Connection, ParseResult, CancellationToken, Task<int>> act) =>
        command.SetAction((arguments, cancel) => Guard(async () =>
        {
            await using var connection = await Connection.ConnectAsync(new ConnectOptions { Name = "actorterm", Source = "cli", BlocksForAnswers = true }, cancel);
            return await act(connection, arguments, cancel);
        }));

    /// <summary>As <see cref="OnHost(Command, Func{Connection, ParseResult, CancellationToken, Task{int}})"/>, for a verb that always succeeds when nothing is thrown.</summary>
    public static void OnHost(this Command command, Func<Connection, ParseResult, CancellationToken, Task> act) =>
        command.OnHost(async (connection, arguments, cancel) =>
        {
            await act(connection, arguments, cancel);
            return ExitCodes.Ok;
        });

    public static async Task<int> Guard(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (UsageException e)
        {
            return Fail(ExitCodes.Usage, e.Message);
        }
        catch (SelectionException e)
        {
            return Fail(ExitCodes.Failure, $"{e.Message}; `actorterm ls` lists the sessions");
        }
        catch (HostUnreachableException e)
        {
            return Fail(ExitCodes.NoHost, $"{e.Message}; `actorterm doctor` says more");
        }
        catch (InvocationFailedException e) when (e.Failure == InvocationFailure.Timeout)
        {
            return Fail(ExitCodes.Failure, $"{e.Message}; `actorterm alerts` names what did not finish");
        }
        catch (Exception e) when (e is ActorTermException or IOException or FormatException)
        {
            return Fail(ExitCodes.Failure, e.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Failure;              // of a verb that was interrupted nobody sees it: Interruption
        }
    }

    private static int Fail(int code, string message)
    {
        Console.Error.WriteLine($"actorterm: {message}");
        return code;
    }
}
